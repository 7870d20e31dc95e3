import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../locale';
import { IconButton } from './icon-button';

interface DialogProps {
  title: string;
  onClose(): void;
  children: ComponentChildren;
  /** Buttons at the foot, the one that does it last. */
  actions?: ComponentChildren;
  /** For what stands side by side. */
  wide?: boolean;
}

/** A modal dialog: the browser's own, which keeps focus inside, closes with Escape and gives focus back to what opened it. */
export function Dialog({ title, onClose, children, actions, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Noted while drawing: a field that takes the focus as it is drawn must not count as what opened the dialog.
  const opener = useRef(document.activeElement).current;
  // Before anything is painted, and at once when it goes: focus given back after a frame would be taken from who types by then.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // An Escape that nobody took would close the popup as well, once the browser had closed the dialog.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    onClose();
  };
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // A click on the ground beside the dialog closes it as Escape does.
    <dialog
      ref={dialog}
      class={wide ? 'dialog wide' : 'dialog'}
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
