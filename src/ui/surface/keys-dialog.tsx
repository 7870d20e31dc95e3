import { t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { type KeyAction, type Keys, keyActions, keyNames } from './shortcuts';

/** How a key is written for people. */
export const keyLabel = (key: string): string => ({ Enter: '⏎', ' ': '␣', Delete: 'Del' })[key] ?? key;

interface KeysDialogProps {
  keys: Keys;
  /** Acts that work on this surface now. */
  works: ReadonlySet<KeyAction>;
  onClose(): void;
}

/** The list of keys, only those that work. */
export function KeysDialog({ keys, works, onClose }: KeysDialogProps) {
  return (
    <Dialog title={t('keyTitle')} onClose={onClose}>
      <dl class="keys">
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
