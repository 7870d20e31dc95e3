/** Tests which settings a backup restores. Every setting is listed here: a new one does not compile until it is. */
import { expect, test } from 'vitest';
import type { LibraryParts } from '../../src/formats/file-items';
import type { Settings } from '../../src/settings';
import { FakeBrowser } from '../background/fake-browser';
import { facts, library, listing } from '../support/library';

new FakeBrowser().connect(); // the modules take the browser's interface when they are loaded
const { makeBackup } = await import('../../src/backup/make');
const { restorable } = await import('../../src/backup/restore-settings');
const { defaults } = await import('../../src/settings');
const { forEachPageOption, pageOptions } = await import('../../src/messages/page-options');
const { formatOf } = await import('../../src/formats');

/** A value for each setting that the user chooses, other than its default. */
const chosen = {
  theme: 'dark',
  ...forEachPageOption((name) => !pageOptions[name].default),
  seen: 'on',
  suggestTags: false,
  bars: { huggingface: { x: 0.25, y: 1, is: 'folded' }, 'blog.example.org': { x: 0, y: 0, is: 'hidden' } },
  sitesOff: ['arxiv'],
  listView: { density: 'table', group: 'year', columns: [{ name: 'year', width: 60 }] },
  apart: ['arxiv:2601.00001 doi:10.1000/a'],
  exportFormat: 'ris',
  exportChoices: { bibtex: { accents: 'latex', abstracts: false }, markdown: { notes: true, groupBy: 'month' } },
  backupBy: 'reminder',
  backupDays: 30,
  backupKeep: 2,
  keyTemplate: '[auth][year]',
  citationStyle: 'mla',
  keys: { tag: 'Shift+T' },
} as const satisfies Partial<Settings>;

/** Settings that are not restored: they belong to the browser that wrote them, or record what was shown. */
const left: Omit<Settings, keyof typeof chosen> = {
  hintsSeen: ['save', 'find'],
  backupOffered: true,
  exported: { bibtex: { upTo: 12, at: 34 } },
  zoteroSent: [1, 2],
  zoteroPending: { session: 's', numbers: [3], sent: 0, target: 'L1' },
  backedUpAt: 5,
  backupFailedAt: 6,
  backupRemindedAt: 7,
  backupDownloads: [8],
  readsMornings: true,
  lookupServices: ['crossref'],
  lookupWeekly: true,
  lookedUpAt: 9,
  semanticScholarKey: 'secret',
};

const written: Settings = { ...structuredClone(chosen as unknown as Settings), ...left };
const none = { apart: [] };

test('every setting is tried with a value other than its default', () => {
  expect(Object.keys(written).sort()).toEqual(Object.keys(defaults).sort());
  for (const [name, value] of Object.entries(written)) {
    expect(value, name).not.toEqual(defaults[name as keyof Settings]);
  }
});

test('restoring a backup brings back every setting that the user chose, and none that belong to the other browser', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  const { pieces } = await makeBackup(shelf, written);
  let parts: Partial<LibraryParts> = {};
  for await (const item of formatOf('json')?.read?.(pieces.join('')) ?? []) if ('library' in item) parts = item.library;
  expect(restorable(parts.settings, none)).toEqual(chosen);
});

/** Values that a damaged or hostile file may hold in place of a setting. */
const wrong: { [N in keyof typeof chosen]: unknown[] } = {
  theme: ['pink', 1],
  ...forEachPageOption(() => ['on', 'yes', 0, 1, null, {}, []]),
  seen: ['ask', true],
  suggestTags: ['on', 1],
  bars: [[], { arxiv: { x: 2, y: 0, is: 'open' } }, { arxiv: { x: 0, y: 0, is: 'gone' } }, { arxiv: null }],
  sitesOff: ['arxiv', [1], { 0: 'arxiv' }],
  listView: [
    'table',
    { density: 'huge', group: 'none', columns: [] },
    { density: 'table', group: 'none', columns: [{ name: 'year', width: 5 }] },
    {
      density: 'table',
      group: 'none',
      columns: [
        { name: 'year', width: 60 },
        { name: 'year', width: 60 },
      ],
    },
  ],
  apart: ['a b', [null], ['x'.repeat(1001)]],
  exportFormat: ['exe', 'nbib', 3],
  exportChoices: [{ exe: {} }, { bibtex: { accents: 'ascii' } }, { bibtex: { template: 'x' } }, { bibtex: true }, []],
  backupBy: ['download', true],
  backupDays: [0, 1.5, 366, '7'],
  backupKeep: [0, 101],
  keyTemplate: ['[nobody]', 'x'.repeat(200), 7],
  citationStyle: ['bluebook'],
  keys: [{ tag: 7 }, { tag: 'x'.repeat(20) }, ['t']],
};

test.each(Object.entries(wrong))('an invalid %s is not restored', (name, values) => {
  for (const value of values) expect(restorable({ [name]: value }, none), JSON.stringify(value)).toEqual({});
});

test('input that is no table of settings is ignored, and unknown names are left out', () => {
  for (const from of [undefined, null, 'dark', [], 7]) expect(restorable(from, none)).toEqual({});
  expect(restorable({ toString: true, constructor: 'x', future: 1, theme: 'dark' }, none)).toEqual({ theme: 'dark' });
});

test('pairs of papers that are not duplicates are united from the backup and this library', () => {
  expect(restorable({ apart: ['c d', 'a b'] }, { apart: ['a b', 'e f'] })).toEqual({ apart: ['a b', 'e f', 'c d'] });
});

test('a backup has the papers in the trash, and counts those outside it', async () => {
  const shelf = library();
  await shelf.save([facts(1), facts(2)], listing);
  await shelf.remove([facts(2).ids[0] ?? '']);
  const { pieces, papers } = await makeBackup(shelf, written);
  const file = JSON.parse(
    pieces.map((piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece))).join(''),
  );
  expect(papers).toBe(1);
  expect(file.papers.map(({ ids, removedAt }: Record<string, unknown>) => [ids, removedAt !== undefined])).toEqual([
    [facts(1).ids, false],
    [facts(2).ids, true],
  ]);
});
