import { useId } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import { leaveGroup } from '../../ui/kit/leave-group';
import { Quiet } from './quiet';
import type { Triage } from './triage';
import type { Look } from './veil';

const looks: [Look, MessageKey][] = [
  ['plain', 'barLookPlain'],
  ['dim', 'barLookDim'],
  ['hide', 'barLookHide'],
];

/** How cards of a kind are shown. */
function LookChoice({ label, value, onChange }: { label: string; value: Look; onChange(look: Look): void }) {
  const name = useId();
  return (
    <div class="row look" role="radiogroup" aria-label={label}>
      <span>{label}</span>
      <span class="segments end">
        {looks.map(([look, word]) => (
          <label key={look}>
            <input type="radio" ref={leaveGroup} name={name} checked={look === value} onChange={() => onChange(look)} />
            {t(word)}
          </label>
        ))}
      </span>
    </div>
  );
}

/** What is not needed every morning. */
export function Menu({ id, triage, hide }: { id: string; triage: Triage; hide(): void }) {
  const { saved, read, seen } = triage.showing.wishes;
  const n = triage.showing.plain().filter(({ mark }) => !mark).length;
  return (
    <div class="menu" id={id}>
      <LookChoice label={t('barSavedOnes')} value={saved} onChange={(look) => triage.wish({ saved: look })} />
      <LookChoice label={t('barReadOnes')} value={read} onChange={(look) => triage.wish({ read: look })} />
      {triage.bridge.settings?.seen === 'on' && (
        <LookChoice label={t('barSeenOnes')} value={seen} onChange={(look) => triage.wish({ seen: look })} />
      )}
      <div class="row">
        <button
          type="button"
          class="btn"
          disabled={n === 0}
          aria-label={plural('barSaveAll', n)}
          onClick={() => {
            triage.set({ below: undefined });
            void triage.saveAll();
          }}
        >
          <Quiet text={plural('barSaveAll', n)} />
        </button>
        <button type="button" class="btn ghost" onClick={() => triage.set({ below: 'keys' })}>
          {t('barKeyKeys')}
        </button>
        <button type="button" class="btn ghost end" onClick={hide}>
          {t('barHideHere')}
        </button>
      </div>
    </div>
  );
}
