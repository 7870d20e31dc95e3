import { useMemo } from 'preact/hooks';
import { t } from '../../locale';
import { completeQuery, type QueryCompletion, type Vocabulary } from '../../query/complete';

/** As many as fit in one line. */
const maxCompletions = 5;

interface QueryCompletionsProps {
  query: string;
  /** Position of the caret, UTF-16 units. */
  caret: number;
  known: Vocabulary;
  onTake(query: string, caret: number): void;
}

/** The query with a completion inserted, and the position of the caret after it. */
export function insertCompletion(query: string, { from, to, text }: QueryCompletion): { query: string; caret: number } {
  const rest = query.slice(to).trimStart();
  return { query: `${query.slice(0, from)}${text}${rest}`, caret: from + text.length };
}

/** Suggestions for what to type next. They are buttons reached by Tab, so that no key of the field is taken over. */
export function QueryCompletions({ query, caret, known, onTake }: QueryCompletionsProps) {
  const found = useMemo(() => completeQuery(query, caret, known, maxCompletions), [query, caret, known]);
  if (found.length === 0) return null;
  const take = (completion: QueryCompletion) => {
    const { query: next, caret: at } = insertCompletion(query, completion);
    onTake(next, at);
  };
  return (
    <ul class="completions" aria-label={t('uiSearchNext')}>
      {found.map((completion) => (
        <li key={completion.text}>
          <button
            type="button"
            class="chip"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
          >
            <bdi class="name">{completion.text.trim()}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
