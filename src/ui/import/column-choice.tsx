import { useState } from 'preact/hooks';
import type { UnknownTable } from '../../formats/file-items';
import type { RecordField } from '../../formats/record/field';
import { type MessageKey, t } from '../../locale';

/** The fields that a column may be, as they are offered. */
const fields: [RecordField, MessageKey][] = [
  ['title', 'importFieldTitle'],
  ['authors', 'importFieldAuthors'],
  ['date', 'importFieldDate'],
  ['venue', 'importFieldVenue'],
  ['volume', 'importFieldVolume'],
  ['issue', 'importFieldIssue'],
  ['pages', 'importFieldPages'],
  ['publisher', 'importFieldPublisher'],
  ['doi', 'importFieldDoi'],
  ['arxiv', 'importFieldArxiv'],
  ['pmid', 'importFieldPmid'],
  ['url', 'importFieldAddress'],
  ['abstract', 'importFieldAbstract'],
  ['keywords', 'importFieldKeywords'],
  ['tags', 'uiTags'],
  ['note', 'uiNote'],
  ['type', 'importFieldType'],
];

interface ColumnChoiceProps {
  table: UnknownTable;
  /** Called with what each column holds. */
  onRead(columns: (RecordField | undefined)[]): void;
}

/** Columns of a table that are not known, each with an example, to be named by hand. */
export function ColumnChoice({ table, onRead }: ColumnChoiceProps) {
  const [chosen, setChosen] = useState<(RecordField | undefined)[]>(table.columns.map(() => undefined));
  const choose = (column: number, value: string) => {
    const field = fields.find(([name]) => name === value)?.[0];
    setChosen(chosen.map((known, i) => (i === column ? field : known)));
  };
  return (
    <>
      <p>{t('importChooseColumns')}</p>
      <div class="import-columns">
        {table.columns.map((name, i) => (
          <label class="labelled" key={i}>
            <span dir="auto">{name}</span>
            <select class="field" value={chosen[i] ?? ''} onChange={(event) => choose(i, event.currentTarget.value)}>
              <option value="">{t('importFieldNone')}</option>
              {fields.map(([field, label]) => (
                <option value={field} key={field}>
                  {t(label)}
                </option>
              ))}
            </select>
            <span class="hint" dir="auto">
              {table.rows
                .map((row) => row[i])
                .find((cell) => cell?.trim())
                ?.slice(0, 80)}
            </span>
          </label>
        ))}
      </div>
      <button type="button" class="btn primary" disabled={!chosen.some(Boolean)} onClick={() => onRead(chosen)}>
        {t('importReadColumns')}
      </button>
    </>
  );
}
