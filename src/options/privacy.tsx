import { type MessageKey, t } from '../locale';
import { Section } from './section';

/** What each permission of the manifest is for. A test checks that none is missing. */
export const permissionReasons: Record<string, MessageKey> = {
  activeTab: 'permissionActiveTab',
  contextMenus: 'permissionContextMenus',
  storage: 'permissionStorage',
  unlimitedStorage: 'permissionUnlimitedStorage',
  scripting: 'permissionScripting',
  alarms: 'permissionAlarms',
  offscreen: 'permissionOffscreen',
  'https://huggingface.co/papers*': 'permissionHuggingFace',
  'https://arxiv.org/*': 'permissionArxiv',
};

/** What data stays in the browser, what leaves it and when, and what each permission is for. */
export function Privacy() {
  return (
    <Section name="privacy">
      <p>{t('privacyStays')}</p>
      <p>{t('privacyLeaves')}</p>
      <p>{t('privacyPages')}</p>
      <h3>{t('optionsPermissions')}</h3>
      <dl class="permissions">
        {Object.entries(permissionReasons).map(([name, reason]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(reason)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
