import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction, type Keys } from './shortcuts';

/** Whether keys go into a text now: then none of ours may act. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** A radio button, link or button has its own use of these; ours would rob it. */
const isTheirs = (event: KeyboardEvent): boolean => {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement && target.type === 'radio') return event.key.startsWith('Arrow');
  return event.key === 'Enter' && target instanceof HTMLElement && target.matches('a, button, input, summary');
};

/** Acts on keys anywhere on the surface, but not while typing, not in a dialog, and not with Ctrl, Alt or Cmd held. */
export function useKeys(keys: Keys, act: Partial<Record<KeyAction, () => void>>): void {
  const latest = useRef({ keys, act });
  latest.current = { keys, act };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || isTheirs(event) || document.querySelector('dialog[open]')) return;
      const action = actionOf(event.key, latest.current.keys);
      const does = action && latest.current.act[action];
      if (!does) return;
      event.preventDefault();
      does();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
