import { useId } from 'preact/hooks';
import { type MessageKey, plural, t } from '../../locale';
import { leaveGroup } from '../../ui/kit/leave-group';
import type { Triage } from './triage';
import { Unfindable } from './unfindable';
import type { Visibility } from './veil';

const looks: [Visibility, MessageKey][] = [
  ['plain', 'barLookPlain'],
  ['dim', 'barLookDim'],
  ['hide', 'barLookHide'],
];

/** A choice of how a kind of cards is shown. */
function VisibilityChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Visibility;
  onChange(look: Visibility): void;
}) {
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

/** The menu of rarely needed options. */
export function Menu({ id, triage, hide }: { id: string; triage: Triage; hide(): void }) {
  const { saved, read, seen } = triage.visible.options;
  const n = triage.visible.plain().filter(({ mark }) => !mark).length;
  return (
    <div class="menu" id={id}>
      <VisibilityChoice label={t('barSavedOnes')} value={saved} onChange={(look) => triage.setView({ saved: look })} />
      <VisibilityChoice label={t('barReadOnes')} value={read} onChange={(look) => triage.setView({ read: look })} />
      {triage.page.settings?.seen === 'on' && (
        <VisibilityChoice label={t('barSeenOnes')} value={seen} onChange={(look) => triage.setView({ seen: look })} />
      )}
      <div class="row">
        <button
          type="button"
          class="btn"
          disabled={n === 0}
          aria-label={plural('barSaveAll', n)}
          onClick={() => {
            triage.unfold({ below: undefined });
            void triage.saveAll();
          }}
        >
          <Unfindable text={plural('barSaveAll', n)} />
        </button>
        <button type="button" class="btn ghost" onClick={() => triage.unfold({ below: 'keys' })}>
          {t('barKeyKeys')}
        </button>
        <button type="button" class="btn ghost end" onClick={hide}>
          {t('barHideHere')}
        </button>
      </div>
    </div>
  );
}
