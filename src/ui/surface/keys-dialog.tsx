import { t } from '../../locale';
import { Dialog } from '../kit/dialog';
import { type KeyAction, type Keys, keyActions, keyNames } from './shortcuts';

/** The label of a key. */
export const keyLabel = (key: string): string => ({ Enter: '⏎', ' ': '␣', Delete: 'Del' })[key] ?? key;

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
