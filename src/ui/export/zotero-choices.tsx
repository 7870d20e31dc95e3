import { plural, t } from '../../locale';
import type { ZoteroTargets } from '../../services/zotero/connector';
import type { ToZotero, Zotero } from './use-zotero';

interface ZoteroChoicesProps {
  zotero: Zotero;
  chosen: ToZotero;
  /** How many of the papers were sent before, and whether to send them again. */
  before: number;
  isAgain: boolean;
  onChosen(chosen: ToZotero): void;
  onAgain(isAgain: boolean): void;
}

function Target({ targets, value, onChange }: TargetProps) {
  return (
    <label class="format-choice">
      {t('zoteroTarget')}
      <select class="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {targets.targets.map(({ id, name, level }) => (
          <option key={id} value={id}>
            {'\u2003'.repeat(level)}
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
interface TargetProps {
  targets: ZoteroTargets;
  value: string;
  onChange(id: string): void;
}

/** The target collection, tags and notes; or why papers cannot be sent. */
export function ZoteroChoices(props: ZoteroChoicesProps) {
  const { zotero, chosen, onChosen } = props;
  const { state } = zotero;
  const targets = 'targets' in state ? state.targets : undefined;
  return (
    <>
      {state.is === 'not-allowed' && <p class="hint">{t('zoteroAsk')}</p>}
      {state.is === 'asking' && <p role="status">{t('zoteroAsking')}</p>}
      {state.is === 'failed' && <p role="alert">{state.why}</p>}
      {targets && (
        <>
          <Target targets={targets} value={chosen.target} onChange={(target) => onChosen({ ...chosen, target })} />
          <label class="format-choice">
            {t('zoteroTags')}
            <input
              class="field"
              type="text"
              value={chosen.tags.join(', ')}
              onChange={(event) => onChosen({ ...chosen, tags: tagsOf(event.currentTarget.value) })}
            />
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={chosen.notes}
              onChange={(event) => onChosen({ ...chosen, notes: event.currentTarget.checked })}
            />
            {t('exportNotes')}
          </label>
          {props.before > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={props.isAgain}
                onChange={(event) => props.onAgain(event.currentTarget.checked)}
              />
              {plural('zoteroAgain', props.before)}
            </label>
          )}
        </>
      )}
      {state.is === 'sending' && <progress aria-label={t('zoteroSending')} value={state.done} max={1} />}
    </>
  );
}

const tagsOf = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
