import type { ImportChoices, Keyword } from '../../library/import/import-choices';
import type { Library } from '../../library/library';
import { statusName, t } from '../../locale';
import { statuses } from '../../paper/paper';
import { TagNameField } from '../tags/tag-name-field';
import { KeywordChoice } from './keyword-choice';

interface BatchChoicesProps {
  library: Library;
  keywords: readonly Keyword[];
  /** How many papers of the file are in the library already. */
  here: number;
  choices: ImportChoices;
  onChoices(choices: ImportChoices): void;
}

/** What is chosen for all papers of a file: a tag, a status, which keywords become tags, what happens to papers already here. */
export function BatchChoices({ library, keywords, here, choices, onChoices }: BatchChoicesProps) {
  const { status, ...others } = choices;
  const chooseStatus = (value: string) => {
    const chosen = statuses.find((each) => each === value);
    onChoices(chosen ? { ...others, status: chosen } : others);
  };
  return (
    <>
      <div class="import-batch">
        <TagNameField
          label={t('importTag')}
          value={choices.tag}
          complete={(text, limit) => library.complete(text, limit)}
          onInput={(tag) => onChoices({ ...choices, tag })}
        />
        <label class="labelled">
          {t('uiStatus')}
          <select class="field" value={status ?? ''} onChange={(event) => chooseStatus(event.currentTarget.value)}>
            <option value="">{t('importStatusOfFile')}</option>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {statusName(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {here > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={choices.updates}
            onChange={(event) => onChoices({ ...choices, updates: event.currentTarget.checked })}
          />
          {t('importUpdates')}
        </label>
      )}
      {keywords.length > 0 && (
        <KeywordChoice
          keywords={keywords}
          kept={choices.keywords}
          onKept={(kept) => onChoices({ ...choices, keywords: kept })}
        />
      )}
    </>
  );
}
