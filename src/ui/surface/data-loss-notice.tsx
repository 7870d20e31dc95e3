import { useEffect, useState } from 'preact/hooks';
import { checkForDataLoss, type DataLoss, dismissDataLoss } from '../../backup/data-loss';
import type { Library } from '../../library/library';
import { plural, t } from '../../locale';
import browser from '../../messages/browser';
import { Icon } from '../kit/icons';
import { ignoreClosed } from '../library/ignore-closed';

/** A notice that the browser deleted the library, with a link to where a backup is restored. */
export function DataLossNotice({ library }: { library: Library }) {
  const [loss, setLoss] = useState<DataLoss>();
  useEffect(() => {
    const look = () => ignoreClosed(checkForDataLoss(library).then(setLoss));
    look();
    return library.onChange(look);
  }, [library]);
  if (!loss) return null;
  const dismiss = () => {
    setLoss(undefined);
    void dismissDataLoss();
  };
  return (
    <div class="offer" role="alert">
      <p>{plural('uiLost', loss.papers)}</p>
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('optionsRestore')}
      </button>
      <button type="button" class="cross" aria-label={t('uiDismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
