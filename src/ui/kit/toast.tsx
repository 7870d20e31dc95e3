import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale';
import { Icon } from './icons';
import type { Toast } from './use-toasts';

/** How long a toast stays: time to read it and to reach for Undo. */
const toastMs = 7000;

/** Calls back once the time is over. It starts again whenever the toast was held, so that no toast goes while it is used. */
function useExpiry(isHeld: boolean, isEndless: boolean, onExpire: () => void): void {
  useEffect(() => {
    if (isHeld || isEndless) return;
    const timer = setTimeout(onExpire, toastMs);
    return () => clearTimeout(timer);
  }, [isHeld, isEndless]);
}

function ToastLine({ toast, onDismiss }: { toast: Toast; onDismiss(): void }) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useExpiry(isHovered || isFocused, toast.isError, onDismiss);
  const act = () => {
    onDismiss();
    toast.action?.run();
  };
  return (
    // Hovering and focus only keep the toast open; they trigger nothing.
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
 * The toasts, in live regions that are always in the document, so that screen readers announce what appears: outcomes
 * politely, errors at once.
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
