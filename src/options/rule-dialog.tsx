import { useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Rule, RuleField } from '../library/rules';
import { type MessageKey, number, plural, t } from '../locale';
import { plainText } from '../paper/tex/plain-text';
import { Dialog } from '../ui/kit/dialog';
import type { Changes } from '../ui/library/use-changes';
import { TagInput } from '../ui/tags/tag-input';
import type { Tags } from '../ui/tags/use-tags';
import { Choice } from './section';
import { type TrialState, useTrial } from './use-trial';

/** The labels of the fields a rule can search. */
export const ruleFieldNames: Record<RuleField, MessageKey> = {
  text: 'ruleText',
  title: 'ruleTitle',
  abstract: 'ruleAbstract',
  author: 'ruleAuthor',
  category: 'ruleCategory',
  venue: 'ruleVenue',
};
const fields = Object.keys(ruleFieldNames) as RuleField[];

const kinds: { value: Rule['is']; key: MessageKey }[] = [
  { value: 'words', key: 'ruleWords' },
  { value: 'pattern', key: 'rulePattern' },
];

/** The result of a trial: what is wrong with the rule, or how many papers it matches, with the newest of them. */
function TrialResult({ trial, isBegun }: { trial: TrialState; isBegun: boolean }) {
  const { problem, result, isDone } = trial;
  const found = result?.numbers.length ?? 0;
  const message = () => {
    if (!isBegun) return undefined;
    if (problem) return t(problem.message as MessageKey, ...(problem.values ?? []));
    if (!result || !isDone) return undefined;
    return result.papers === 0 ? t('ruleTriedNone') : plural('ruleTried', found, number(result.papers));
  };
  return (
    <div class="trial">
      <p role="status" class={problem && (problem.message === 'ruleNoTag' ? 'hint' : 'wrong')}>
        {message()}
      </p>
      {result && !isDone && !problem && (
        <p class="hint">{t('ruleTrying', number(result.done), number(result.papers), number(found))}</p>
      )}
      {result && !problem && (
        <ul>
          {result.first.map((row) => (
            <li key={row.n} dir="auto">
              {plainText(row.facts.title)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RuleDialogProps {
  library: Library;
  /** The rule to edit; undefined for a new one. */
  rule: Rule | undefined;
  tags: Tags;
  changes: Changes;
  onClose(): void;
}

/** Edits a rule. It is tried on the library after each change, and can be saved only once that is finished. */
export function RuleDialog({ library, rule, tags, changes, onClose }: RuleDialogProps) {
  const [draft, setDraft] = useState<Omit<Rule, 'id' | 'on'>>(
    rule ?? { field: 'text', is: 'words', asked: '', tags: [] },
  );
  const trial = useTrial(library, draft);
  const change = (some: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...some }));
  const isReady = trial.isDone && !trial.problem;
  const save = async () => {
    if (!isReady) return;
    const { field, is, asked, tags: names } = draft;
    const isSaved = await changes.attempt(
      (own) => own.saveRule({ field, is, asked, tags: names, on: true }, rule?.id),
      () => t('ruleKept'),
    );
    if (isSaved) onClose();
  };
  return (
    <Dialog
      title={t(rule ? 'ruleEditTitle' : 'ruleAdd')}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="btn" onClick={onClose}>
            {t('uiCancel')}
          </button>
          <button type="button" class="btn primary" disabled={!isReady} onClick={() => void save()}>
            {t('ruleSwitchOn')}
          </button>
        </>
      }
    >
      <div class="rule-form">
        <Choice
          label={t('ruleWhere')}
          value={draft.field}
          choices={fields.map((value) => ({ value, name: t(ruleFieldNames[value]) }))}
          onChange={(field) => change({ field })}
        />
        <Choice
          label={t('ruleHow')}
          value={draft.is}
          choices={kinds.map(({ value, key }) => ({ value, name: t(key) }))}
          onChange={(is) => change({ is })}
        />
        <label class="choice">
          <span>{t(draft.is === 'words' ? 'ruleAskedWords' : 'ruleAskedPattern')}</span>
          <input
            class="field"
            type="text"
            spellcheck={false}
            autoFocus
            aria-invalid={draft.asked !== '' && trial.problem !== undefined && trial.problem.message !== 'ruleNoTag'}
            value={draft.asked}
            onInput={(event) => change({ asked: event.currentTarget.value })}
            onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void save()}
          />
        </label>
        <p class="hint">{t(draft.is === 'words' ? 'ruleWordsHint' : 'rulePatternHint')}</p>
        <div class="choice">
          <span aria-hidden="true">{t('ruleTags')}</span>
          <TagInput
            tags={draft.tags}
            label={t('ruleTags')}
            complete={tags.complete}
            colorOf={tags.colorOf}
            onChange={(names) => change({ tags: names })}
            onDone={() => void save()}
          />
        </div>
        <TrialResult trial={trial} isBegun={draft.asked.trim() !== ''} />
      </div>
    </Dialog>
  );
}
