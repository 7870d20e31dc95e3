import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction, type Keys } from './shortcuts';

/** Whether the user is typing text: then shortcuts must not act. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** Whether the focused control uses the key itself: arrows on radio buttons, Enter on buttons and links, Space on buttons. */
const isKeyOfControl = (event: KeyboardEvent): boolean => {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement && target.type === 'radio') return event.key.startsWith('Arrow');
  if (event.key === ' ') return target instanceof HTMLElement && target.matches('button, input, summary');
  return event.key === 'Enter' && target instanceof HTMLElement && target.matches('a, button, input, summary');
};

/** Handles shortcuts anywhere on the page, except while typing, in dialogs, and with Ctrl, Alt or Cmd held. */
export function useKeys(keys: Keys, actions: Partial<Record<KeyAction, () => void>>): void {
  const latest = useRef({ keys, actions });
  latest.current = { keys, actions };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || isKeyOfControl(event) || document.querySelector('dialog[open]')) return;
      const action = actionOf(event, latest.current.keys);
      const run = action && latest.current.actions[action];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
