import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale';
import { Icon } from './icons';
import type { Toast } from './use-toasts';

/** How long what was done stays, in ms: long enough to read it and to reach for the undo. */
const shownFor = 7000;

/** Calls back after a time of not being held; being held starts the time anew, so that nobody loses a race. */
function useLapse(isHeld: boolean, isEndless: boolean, onLapse: () => void): void {
  useEffect(() => {
    if (isHeld || isEndless) return;
    const timer = setTimeout(onLapse, shownFor);
    return () => clearTimeout(timer);
  }, [isHeld, isEndless]);
}

function ToastLine({ toast, onDismiss }: { toast: Toast; onDismiss(): void }) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useLapse(isHovered || isFocused, toast.isError, onDismiss);
  const act = () => {
    onDismiss();
    toast.action?.run();
  };
  return (
    // Hovering and focus only hold the message; nothing is done by them.
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is interactive
    <div
      class={toast.isError ? 'toast error' : 'toast'}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span class="said">{toast.text}</span>
      {toast.action && (
        <button type="button" class="act" onClick={act}>
          {toast.action.label}
        </button>
      )}
      <button type="button" class="cross" aria-label={t('uiDismiss')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/**
 * The place of messages, always in the document so that what appears in it is announced: what was done politely, what
 * went wrong at once.
 */
export function Toasts({ toasts, onDismiss }: { toasts: readonly Toast[]; onDismiss(id: number): void }) {
  const lines = (isError: boolean) =>
    toasts
      .filter((each) => each.isError === isError)
      .map((each) => <ToastLine key={each.id} toast={each} onDismiss={() => onDismiss(each.id)} />);
  return (
    <div class="toasts">
      <div role="alert">{lines(true)}</div>
      <div role="status">{lines(false)}</div>
    </div>
  );
}
