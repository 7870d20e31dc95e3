import type { Choices, Format } from '../../formats';
import { number, t } from '../../locale';
import { TagNameField } from '../tags/tag-name-field';
import type { Tags } from '../tags/use-tags';
import type { Heading } from './use-export-dialog';
import type { Scope } from './use-export-scope';

interface ScopeChoiceProps {
  scopes: readonly Scope['of'][];
  scope: Scope;
  counts: Partial<Record<Scope['of'], number>>;
  tags: Tags;
  onScope(scope: Scope): void;
}

const scopeNames = {
  selection: 'exportSelection',
  shown: 'exportShown',
  all: 'exportAll',
  new: 'exportNew',
  tag: 'exportTag',
} as const;

/** Which papers to export. */
export function ScopeChoice({ scopes, scope, counts, tags, onScope }: ScopeChoiceProps) {
  const offered = scopes.filter((of) => of !== 'tag' || tags.all.length > 0);
  const choose = async (value: string) => {
    const of = offered.find((each) => each === value);
    if (of !== 'tag') return of && onScope({ of });
    const [last] = await tags.complete('', 1);
    onScope({ of, name: last?.name ?? tags.all[0]?.name ?? '' });
  };
  return (
    <>
      <label class="format-choice">
        {t('exportWhat')}
        <select class="field" value={scope.of} onChange={(event) => void choose(event.currentTarget.value)}>
          {offered.map((of) => (
            <option key={of} value={of}>
              {counts[of] === undefined ? t(scopeNames[of]) : `${t(scopeNames[of])} (${number(counts[of])})`}
            </option>
          ))}
        </select>
      </label>
      {scope.of === 'tag' && (
        <TagNameField
          label={t('exportWhichTag')}
          value={scope.name}
          complete={tags.complete}
          onInput={(name) => onScope({ of: 'tag', name })}
        />
      )}
    </>
  );
}

/** The heading of a reading list and a text below it, for those it is meant for. */
export function HeadingFields({ heading, onHeading }: { heading: Heading; onHeading(heading: Heading): void }) {
  return (
    <div class="heading-fields">
      <label class="labelled">
        {t('exportHeading')}
        <input
          class="field"
          type="text"
          placeholder={t('exportListTitle')}
          value={heading.title ?? ''}
          onInput={(event) => onHeading({ ...heading, title: event.currentTarget.value })}
        />
      </label>
      <label class="labelled">
        {t('exportIntro')}
        <textarea
          class="field"
          rows={2}
          value={heading.intro ?? ''}
          onInput={(event) => onHeading({ ...heading, intro: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

interface FileChoicesProps {
  format: Pick<Format, 'takes'>;
  choices: Choices;
  onChoices(choices: Choices): void;
}

const checks = [
  ['abstracts', 'exportAbstracts'],
  ['notes', 'exportNotes'],
  ['status', 'exportStatus'],
  ['stars', 'exportStars'],
] as const;

/** The options of a format. */
export function FileChoices({ format, choices, onChoices }: FileChoicesProps) {
  const takes = format.takes ?? [];
  if (takes.length === 0) return null;
  const { accents = 'utf8', groupBy = 'tag' } = choices;
  return (
    <fieldset class="file-choices">
      <legend class="unseen">{t('exportOptions')}</legend>
      {checks.map(
        ([name, label]) =>
          takes.includes(name) && (
            <label class="check" key={name}>
              <input
                type="checkbox"
                checked={choices[name] !== false}
                onChange={(event) => onChoices({ ...choices, [name]: event.currentTarget.checked })}
              />
              {t(label)}
            </label>
          ),
      )}
      {takes.includes('accents') && (
        <label class="check">
          <input
            type="checkbox"
            checked={accents === 'latex'}
            onChange={(event) => onChoices({ ...choices, accents: event.currentTarget.checked ? 'latex' : 'utf8' })}
          />
          {t('exportAccents')}
        </label>
      )}
      {takes.includes('groupBy') && (
        <label class="check">
          {t('exportGroup')}
          <select
            class="field"
            value={groupBy}
            onChange={(event) => {
              const chosen = (['tag', 'month', 'none'] as const).find((each) => each === event.currentTarget.value);
              if (chosen) onChoices({ ...choices, groupBy: chosen });
            }}
          >
            <option value="tag">{t('exportGroupTag')}</option>
            <option value="month">{t('exportGroupMonth')}</option>
            <option value="none">{t('exportGroupNone')}</option>
          </select>
        </label>
      )}
    </fieldset>
  );
}
