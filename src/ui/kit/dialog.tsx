import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../locale';
import { IconButton } from './icon-button';

interface DialogProps {
  title: string;
  onClose(): void;
  children: ComponentChildren;
  /** Buttons at the foot; the main one last. */
  actions?: ComponentChildren;
  /** For content in columns. */
  wide?: boolean;
}

/** A native modal dialog. It traps focus, closes with Escape or a click on the backdrop, and returns focus to what opened it. */
export function Dialog({ title, onClose, children, actions, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Read during render: a field with autofocus must not count as what opened the dialog.
  const opener = useRef(document.activeElement).current;
  // A layout effect, so that focus is returned at once: a frame later the user might be typing elsewhere.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // Escape that is not handled here would close the popup as well, once the browser has closed the dialog.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    onClose();
  };
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // A click on the backdrop closes it as Escape does.
    <dialog
      ref={dialog}
      class={wide ? 'floating dialog wide' : 'floating dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKey}
      onClick={onBackdrop}
    >
      <div class="dialog-box">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton name={t('uiClose')} icon="close" onClick={onClose} />
        </div>
        <div class="dialog-body">{children}</div>
        {actions && <div class="dialog-acts">{actions}</div>}
      </div>
    </dialog>
  );
}
