import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../locale';
import { type Editable, editableFacts, type Paper, type PaperType } from '../paper/paper';

/** The types of papers, with their names. */
const typeNames: Record<PaperType, MessageKey> = {
  preprint: 'typePreprint',
  article: 'typeArticle',
  conference: 'typeConference',
  book: 'typeBook',
  chapter: 'typeChapter',
  thesis: 'typeThesis',
  report: 'typeReport',
  other: 'typeOther',
};

/** The facts that can be edited, as text. */
type Field = keyof Editable;
type Texts = Record<Field, string>;
const fields: readonly { field: Exclude<Field, 'type'>; name: MessageKey; rows: number }[] = [
  { field: 'title', name: 'shelfFieldTitle', rows: 2 },
  { field: 'authors', name: 'shelfFieldAuthors', rows: 4 },
  { field: 'published', name: 'shelfFieldPublished', rows: 1 },
  { field: 'venue', name: 'shelfFieldVenue', rows: 1 },
  { field: 'abstract', name: 'shelfFieldAbstract', rows: 8 },
  { field: 'volume', name: 'shelfFieldVolume', rows: 1 },
  { field: 'issue', name: 'shelfFieldIssue', rows: 1 },
  { field: 'pages', name: 'shelfFieldPages', rows: 1 },
  { field: 'publisher', name: 'shelfFieldPublisher', rows: 1 },
];

const textsOf = ({ facts }: Paper): Texts => ({
  title: facts.title,
  authors: (facts.authors ?? []).join('\n'),
  published: facts.published ?? '',
  venue: facts.venue ?? '',
  abstract: facts.abstract ?? '',
  type: facts.type ?? '',
  volume: facts.volume ?? '',
  issue: facts.issue ?? '',
  pages: facts.pages ?? '',
  publisher: facts.publisher ?? '',
});

/** `2024`, `2024-07`, `2024-07-31`, with a month and day that exist. */
export function isPublished(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A field's text as the fact; undefined removes the edit, so that the page's own fact shows again. */
function factOf(field: Field, text: string): Editable[Field] | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (field === 'authors')
    return trimmed
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  return trimmed;
}

/** The fields that were changed. */
function editsOf(before: Texts, after: Texts): { [K in Field]?: Editable[K] | undefined } {
  const changed = editableFacts.filter((field) => before[field].trim() !== after[field].trim());
  return Object.fromEntries(changed.map((field) => [field, factOf(field, after[field])]));
}

interface EditFormProps {
  paper: Paper;
  onSave(edits: { [K in Field]?: Editable[K] | undefined }): void;
  onClose(): void;
}

/** Edits a paper's facts. Edits override what pages say; an emptied field goes back to that. */
export function EditForm({ paper, onSave, onClose }: EditFormProps) {
  const [before] = useState(() => textsOf(paper));
  const [texts, setTexts] = useState(before);
  const isDateWrong = texts.published.trim() !== '' && !isPublished(texts.published.trim());
  const save = (event: Event) => {
    event.preventDefault();
    if (isDateWrong) return;
    onSave(editsOf(before, texts));
    onClose();
  };
  return (
    <form class="edit-form" aria-label={t('shelfEdit')} onSubmit={save}>
      {fields.map(({ field, name, rows }, i) => (
        <label class="labelled" key={field}>
          <span>
            {t(name)}
            {paper.edits?.[field] !== undefined && <em> · {t('shelfEdited')}</em>}
          </span>
          <textarea
            class="field"
            rows={rows}
            // biome-ignore lint/a11y/noAutofocus: the form was just asked for
            autoFocus={i === 0}
            dir="auto"
            aria-invalid={field === 'published' && isDateWrong}
            aria-describedby={field === 'published' && isDateWrong ? 'date-wrong' : undefined}
            value={texts[field]}
            onInput={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
          />
          {field === 'published' && isDateWrong && (
            <span class="wrong" id="date-wrong">
              {t('shelfDateWrong')}
            </span>
          )}
        </label>
      ))}
      <label class="labelled">
        <span>
          {t('shelfFieldType')}
          {paper.edits?.type !== undefined && <em> · {t('shelfEdited')}</em>}
        </span>
        <select
          class="field"
          value={texts.type}
          onChange={(event) => setTexts({ ...texts, type: event.currentTarget.value })}
        >
          <option value="">{t('typeUnknown')}</option>
          {Object.entries(typeNames).map(([type, name]) => (
            <option key={type} value={type}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{t('shelfEditHint')}</p>
      <div class="form-acts">
        <button type="button" class="btn" onClick={onClose}>
          {t('uiCancel')}
        </button>
        <button type="submit" class="btn primary">
          {t('uiSave')}
        </button>
      </div>
    </form>
  );
}
