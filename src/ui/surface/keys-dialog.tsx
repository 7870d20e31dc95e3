import { t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { type KeyAction, type Keys, keyActions, keyLabel, keyNames } from './shortcuts';

interface KeysDialogProps {
  keys: Keys;
  /** The actions that work on this surface now. */
  works: ReadonlySet<KeyAction>;
  onClose(): void;
}

/** The list of keyboard shortcuts, only those that work now. */
export function KeysDialog({ keys, works, onClose }: KeysDialogProps) {
  return (
    <Dialog title={t('keyTitle')} onClose={onClose}>
      <dl class="keys">
        <div>
          <dt>{t('palette')}</dt>
          <dd>
            <kbd>Ctrl K</kbd>
          </dd>
        </div>
        {keyActions
          .filter((action) => works.has(action))
          .map((action) => (
            <div key={action}>
              <dt>{t(keyNames[action])}</dt>
              <dd>
                <kbd>{keyLabel(keys[action])}</kbd>
              </dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
