import { useMemo } from 'preact/hooks';
import { t } from '../../locale';
import { completeQuery, type QueryCompletion, type Vocabulary } from '../../query/complete';

/** As many as stand in one line. */
const most = 5;

interface QueryCompletionsProps {
  query: string;
  /** Where the caret stands, UTF-16 units. */
  caret: number;
  known: Vocabulary;
  onTake(query: string, caret: number): void;
}

/** The query with a completion in its place, and where the caret then stands. */
export function taken(query: string, { from, to, text }: QueryCompletion): { query: string; caret: number } {
  const rest = query.slice(to).trimStart();
  return { query: `${query.slice(0, from)}${text}${rest}`, caret: from + text.length };
}

/** What may be typed next, as buttons in the order of Tab: no key of the field itself is taken away. */
export function QueryCompletions({ query, caret, known, onTake }: QueryCompletionsProps) {
  const found = useMemo(() => completeQuery(query, caret, known, most), [query, caret, known]);
  if (found.length === 0) return null;
  const take = (completion: QueryCompletion) => {
    const { query: next, caret: at } = taken(query, completion);
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
