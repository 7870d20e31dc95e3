import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';

/** Papers offered at once. */
const maxPapers = 8;
/** How long typing must pause before papers are searched, ms. */
const pauseMs = 60;

/** Each word of a text as the beginning of a word in titles. Nothing but letters and digits: no operators. */
const titleQuery = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .map((word) => `title:${word}`)
    .join(' ');

/** The best matching papers by title, for a text of two characters or more. Older ones stay until new ones are found. */
export function useFoundPapers(library: Library, text: string): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const query = text.trim().length < 2 ? '' : titleQuery(text);
  useEffect(() => {
    if (query === '') return setRows([]);
    const asking = new AbortController();
    const { signal } = asking;
    const read = async () => {
      const { numbers } = await library.find(query, { sort: { by: 'relevance', descending: true }, signal });
      const found = await library.rows(Array.from(numbers.slice(0, maxPapers)));
      if (!signal.aborted) setRows(found);
    };
    // A search that fails or is given up shows no papers; the list behind says what is wrong with the library.
    const timer = setTimeout(() => void read().catch(() => undefined), pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [library, query]);
  return rows;
}
