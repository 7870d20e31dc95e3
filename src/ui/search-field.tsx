import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../library/library';
import { type MessageKey, t } from '../locale';
import { Icon } from './icons';

interface SearchFieldProps {
  query: string;
  field: RefObject<HTMLInputElement | null>;
  problems: readonly Problem[];
  /** The key that leads here from the list. */
  hint: string;
  /** Whether there is a list to go down to. */
  hasRows: boolean;
  onInput(query: string): void;
  /** ArrowDown or Enter: into the list. */
  onDown(): void;
}

/** Where one types what one remembers. Shows the key that works: `/` from elsewhere, ↓ from here. */
export function SearchField({ query, field, problems, hint, hasRows, onInput, onDown }: SearchFieldProps) {
  const [isFocused, setFocused] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault(); // an Escape that is not used closes the popup
      onInput('');
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && hasRows) {
      event.preventDefault();
      onDown();
    }
  };
  return (
    <search class="search">
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
          onInput={(event) => onInput(event.currentTarget.value)}
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
      {problems.length > 0 && (
        <p class="problems" id="query-problems">
          {problems.map((problem) => t(problem.message as MessageKey, ...(problem.values ?? []))).join(' ')}
        </p>
      )}
    </search>
  );
}
