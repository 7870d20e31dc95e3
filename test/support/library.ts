/** Libraries for tests: each in a database of its own, with a clock that the test moves. */
import 'fake-indexeddb/auto';
import './locks';
import { afterEach } from 'vitest';
import type { Library } from '../../src/library/library';
import { type LibraryOptions, openLibrary } from '../../src/library/open';
import type { Context, Facts } from '../../src/paper/paper';

const open: Library[] = [];
afterEach(() => {
  for (const library of open.splice(0)) library.close();
});

let databases = 0;

/** A name no other test's database has. */
export const freshName = () => `library-${++databases}`;

/** A library that is closed when the test ends. */
export function library(options: LibraryOptions = {}): Library {
  const opened = openLibrary({ name: freshName(), ...options });
  open.push(opened);
  return opened;
}

/** A clock that stands until it is moved. */
export function clock(start = Date.UTC(2026, 0, 5)) {
  let at = start;
  return {
    now: () => at,
    /** Moves on, in milliseconds. */
    pass(by: number) {
      at += by;
    },
  };
}

export const day = 24 * 60 * 60 * 1000;

/** An invented paper with an arXiv id of January 2026. */
export function facts(number: number, more: Partial<Facts> = {}): Facts {
  return {
    ids: [`arxiv:2601.${String(number).padStart(5, '0')}`],
    title: `Paper number ${number}`,
    authors: ['Ada Example', 'Bo Beispiel'],
    authorCount: 2,
    abstract: `What paper ${number} found out.`,
    published: '2026-01-04',
    ...more,
  };
}

export const listing: Context = {
  site: 'huggingface',
  url: 'https://huggingface.co/papers/date/2026-01-05',
  kind: 'listing',
};
