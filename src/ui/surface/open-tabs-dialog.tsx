import { plural, t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { maxTabs } from '../paper/open-links';

interface OpenTabsDialogProps {
  papers: number;
  onOpen(): void;
  onClose(): void;
}

/** Asks before many tabs are opened at once. */
export function OpenTabsDialog({ papers, onOpen, onClose }: OpenTabsDialogProps) {
  const tabs = Math.min(papers, maxTabs);
  const open = () => {
    onClose();
    onOpen();
  };
  return (
    <Dialog
      title={plural('uiOpenAsk', tabs)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={onClose}>
            {t('uiCancel')}
          </button>
          <button type="button" class="btn primary" onClick={open}>
            {plural('uiOpenTabs', tabs)}
          </button>
        </>
      }
    >
      <p>{t('uiOpenAskHint')}</p>
    </Dialog>
  );
}
