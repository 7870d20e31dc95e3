import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../locale';
import type { Vocabulary } from '../../query/complete';
import type { Problem } from '../../query/query';
import { Icon } from '../kit/icons';
import { QueryCompletions } from './query-completions';

interface SearchFieldProps {
  query: string;
  field: RefObject<HTMLInputElement | null>;
  problems: readonly Problem[];
  /** Names of tags and sites, for completions. */
  known: Vocabulary;
  /** The key that focuses the field. */
  hint: string;
  /** Whether there is a list to move down to. */
  hasRows: boolean;
  onInput(query: string): void;
  /** ArrowDown, Enter, or Escape in the empty field was pressed: move into the list. */
  onDown(): void;
}

/** When completions are offered: while the user types, until the focus or the keyboard moves on. */
function useCompletions(field: RefObject<HTMLInputElement | null>, onInput: (query: string) => void) {
  const [caret, setCaret] = useState<number>();
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  return {
    caret,
    typed: () => setCaret(field.current?.selectionStart ?? undefined),
    done: () => setCaret(undefined),
    take: (query: string, at: number) => {
      wanted.current = at;
      // After the name of a field its values are offered.
      setCaret(query[at - 1] === ':' ? at : undefined);
      onInput(query);
      field.current?.focus();
    },
  };
}

/** The search field. Shows the key that works: the one that focuses it or, when it has the focus, ↓. */
export function SearchField({ query, field, problems, known, hint, hasRows, onInput, onDown }: SearchFieldProps) {
  const [isFocused, setFocused] = useState(false);
  const completed = useCompletions(field, onInput);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && (query !== '' || hasRows)) {
      event.preventDefault(); // otherwise Escape closes the popup
      if (query === '') onDown();
      else onInput('');
      completed.done();
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && hasRows) {
      event.preventDefault();
      completed.done();
      onDown();
    }
  };
  const leave = (event: FocusEvent) => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) completed.done();
  };
  return (
    <search class="search" onFocusOut={leave}>
      <label class="search-box">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={t('uiSearch')}
          aria-describedby={problems.length ? 'query-problems' : undefined}
          placeholder={t('uiSearchPlaceholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            onInput(event.currentTarget.value);
            completed.typed();
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
        {query !== '' && (
          <button type="button" class="cross" aria-label={t('uiSearchClear')} onClick={() => onInput('')}>
            <Icon name="close" />
          </button>
        )}
        {(!isFocused || hasRows) && <kbd>{isFocused ? '↓' : hint}</kbd>}
      </label>
      {completed.caret !== undefined && (
        <QueryCompletions query={query} caret={completed.caret} known={known} onTake={completed.take} />
      )}
      {problems.length > 0 && (
        <p class="problems" id="query-problems">
          {problems.map((problem) => t(problem.message as MessageKey, ...(problem.values ?? []))).join(' ')}
        </p>
      )}
    </search>
  );
}
