/**
 * Who may import whom. Rooms stand from the ground up: a room imports only rooms above its own line in this table that it
 * names, so that no import can run upward. Types count as imports.
 */
import type { Graph } from './imports';

interface Room {
  /** A folder of `src`, or a file of it; the longest that fits a path is its room. */
  room: string;
  /** Rooms it may import besides itself. A name stands for the folders within it, too. */
  may: readonly string[];
  /** What to do where an import is refused. */
  instead: string;
}

const pure = 'It is pure: hand in as an argument what else it needs, or move shared words down to src/paper.';
const inPage = 'A content script has no library and counts every byte: ask the background by a message (src/messages).';
const ui = 'Move what several rooms share down to ui/kit or ui/library, or pass it in as a prop.';

export const rooms: readonly Room[] = [
  { room: 'paper', may: [], instead: 'Everyone imports it, so it imports nothing: move the import’s user up.' },
  { room: 'locale.ts', may: ['paper'], instead: 'It only looks up words.' },
  { room: 'async', may: [], instead: 'It only takes turns with the event loop.' },
  { room: 'query', may: ['paper'], instead: pure },
  { room: 'sites/catalog.ts', may: [], instead: 'It is data that everyone may import without the readers of sites.' },
  { room: 'sites/follow.ts', may: [], instead: 'It is data about addresses, without the readers of sites.' },
  { room: 'sites', may: ['paper', 'sites/catalog.ts', 'sites/follow.ts'], instead: pure },
  { room: 'formats', may: ['paper', 'async'], instead: pure },
  { room: 'formulas', may: ['paper'], instead: pure },
  {
    room: 'messages',
    may: ['paper', 'locale.ts'],
    instead: 'It is the contract between rooms and knows none of them.',
  },
  {
    room: 'settings.ts',
    may: ['paper', 'query', 'formats', 'messages'],
    instead: 'Settings are read by rooms above it.',
  },

  { room: 'library/error.ts', may: [], instead: 'It is one class.' },
  { room: 'library/rules.ts', may: ['paper', 'query'], instead: pure },
  { room: 'library/types.ts', may: ['paper', 'query'], instead: 'Types of the façade that all of the library shares.' },
  { room: 'library/merge', may: ['paper', 'sites/catalog.ts'], instead: pure },
  {
    room: 'library/db',
    may: ['paper', 'library/error.ts', 'library/rules.ts', 'library/types.ts', 'library/merge'],
    instead: 'It opens the database and knows its records; what is done with them is above it.',
  },
  {
    room: 'library/search',
    may: ['paper', 'query', 'async', 'library/error.ts', 'library/types.ts', 'library/merge', 'library/db'],
    instead: 'It is told of changes by library/write and answers queries; it changes no paper.',
  },
  {
    room: 'library/memory',
    may: ['paper', 'query', 'async', 'library/db', 'library/search'],
    instead: 'It learns from the records that the log of changes names, and changes none of them.',
  },
  {
    room: 'library/write',
    may: [
      'paper',
      'library/error.ts',
      'library/rules.ts',
      'library/types.ts',
      'library/merge',
      'library/db',
      'library/search',
    ],
    instead: 'It makes any change durable and undoable; what is changed is decided by the files above it.',
  },
  {
    room: 'library',
    may: ['paper', 'query', 'async', 'formats', 'messages/contract.ts'],
    instead: 'The library knows no page, no browser and no settings: hand in what it needs.',
  },
  {
    room: 'services',
    may: ['paper', 'formats', 'settings.ts', 'library/types.ts', 'library/library.ts'],
    instead: pure,
  },
  {
    room: 'files',
    may: ['paper', 'locale.ts', 'async', 'formats', 'formulas', 'library'],
    instead: 'It stands between library and formats; what is shown while it works belongs to ui.',
  },
  {
    room: 'backup',
    may: ['paper', 'query', 'formats', 'messages', 'settings.ts', 'library', 'files'],
    instead: 'It runs in the background too: what needs a page belongs to ui.',
  },

  {
    room: 'today',
    may: ['paper', 'async', 'sites', 'library'],
    instead:
      'It reads followed listings in any page of ours: hand in settings, permissions and what is shown meanwhile.',
  },

  { room: 'ui/kit', may: ['paper', 'locale.ts'], instead: 'It knows no library: hand in what it shows as props.' },
  { room: 'ui/library', may: ['paper', 'locale.ts', 'library', 'messages', 'ui/kit'], instead: ui },
  { room: 'ui/settings', may: ['messages', 'settings.ts'], instead: ui },
  { room: 'ui/tags', may: ['paper', 'locale.ts', 'library', 'ui/kit', 'ui/library'], instead: ui },
  {
    room: 'ui/search',
    may: ['paper', 'locale.ts', 'query', 'library', 'ui/kit', 'ui/library', 'ui/tags'],
    instead: ui,
  },
  {
    room: 'ui/paper',
    may: [
      ...[
        'paper',
        'locale.ts',
        'sites/catalog.ts',
        'query',
        'formats',
        'formulas',
        'messages',
        'settings.ts',
        'library',
        'services',
      ],
      ...['ui/kit', 'ui/library', 'ui/settings', 'ui/tags'],
    ],
    instead: ui,
  },
  {
    room: 'ui/list',
    may: ['paper', 'locale.ts', 'query', 'library', 'ui/kit', 'ui/library', 'ui/tags', 'ui/search', 'ui/paper'],
    instead: ui,
  },
  {
    room: 'ui/export',
    may: [
      ...['paper', 'locale.ts', 'async', 'query', 'formats', 'messages', 'settings.ts', 'library', 'services', 'files'],
      ...['backup', 'ui/kit', 'ui/library', 'ui/settings', 'ui/tags', 'ui/paper', 'ui/list'],
    ],
    instead: ui,
  },
  {
    room: 'ui/import',
    may: [
      'paper',
      'locale.ts',
      'formats',
      'settings.ts',
      'library',
      'files',
      'backup',
      'ui/kit',
      'ui/library',
      'ui/tags',
    ],
    instead: ui,
  },
  {
    room: 'ui/palette',
    may: ['paper', 'locale.ts', 'query', 'library', 'ui/kit', 'ui/library'],
    instead: 'It shows commands and runs the one that is chosen: hand in what they do.',
  },
  {
    room: 'ui/surface',
    may: [
      'paper',
      'locale.ts',
      'query',
      'formats',
      'messages',
      'settings.ts',
      'library',
      'services',
      'files',
      'backup',
      'ui',
    ],
    instead: 'It is what popup and library share; what only one of them shows belongs there.',
  },

  {
    room: 'content/core',
    may: ['paper', 'locale.ts', 'async', 'messages', 'sites', 'ui/kit', 'ui/tags'],
    instead: inPage,
  },
  {
    room: 'content/panel',
    may: ['paper', 'locale.ts', 'messages', 'content/core', 'ui/kit'],
    instead: inPage,
  },
  {
    room: 'content/bar',
    may: ['paper', 'locale.ts', 'async', 'query', 'messages', 'sites', 'content/core', 'ui/kit', 'ui/tags'],
    instead: inPage,
  },
  {
    room: 'content/injected',
    may: ['async', 'messages', 'sites', 'content'],
    instead: 'Wiring only: one script each.',
  },

  {
    room: 'inline',
    may: ['paper', 'locale.ts', 'messages', 'ui/kit', 'ui/tags'],
    instead:
      'The private frame asks the background by messages: it has no database where third-party cookies are blocked.',
  },

  {
    room: 'background',
    may: [
      'paper',
      'locale.ts',
      'query',
      'formats',
      'sites',
      'messages',
      'settings.ts',
      'library',
      'services',
      'backup',
      'today',
    ],
    instead: 'It runs without a page: what draws belongs to ui or content.',
  },
  {
    room: 'background.ts',
    may: ['messages', 'settings.ts', 'library', 'backup', 'background'],
    instead: 'Wiring only.',
  },
  {
    room: 'offscreen',
    may: ['messages', 'settings.ts', 'library', 'backup', 'today'],
    instead: 'Chromium’s page for what a worker cannot do.',
  },
  ...['popup', 'shelf', 'options'].map((room) => ({
    room,
    may: [
      ...[
        'paper',
        'locale.ts',
        'sites/follow.ts',
        'query',
        'formats',
        'messages',
        'settings.ts',
        'library',
        'services',
        'files',
        'backup',
        'today',
        'ui',
      ],
    ],
    instead:
      'Pages show what the library holds. What two of them share belongs to ui; pages are read by content scripts.',
  })),
];

/** Packages that only some rooms may import, and what others do instead. */
const packages: Record<string, { in: RegExp; instead: string }> = {
  idb: {
    in: /^library\//,
    instead: 'Only src/library opens databases: call its functions, from a web page by a message.',
  },
  'webextension-polyfill': {
    in: /^messages\/browser\.ts$/,
    instead: 'Take `browser` from src/messages/browser.ts, in content scripts `api` from src/messages/api.ts.',
  },
  temml: { in: /^formulas\//, instead: 'Take `loadMath` from src/formulas, which checks what it makes.' },
  preact: { in: /^(?:content|inline|ui|popup|shelf|options)\//, instead: 'Only what draws imports Preact.' },
};

/** The content build counts every byte: what may not come into a page, whatever a room may import otherwise. */
const notInPages = ['messages/browser.ts', 'settings.ts'];

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** The room of a file: the longest place in the table that holds it. */
export const roomOf = (path: string, table: readonly Room[] = rooms): Room | undefined =>
  table.filter(({ room }) => within(path, room)).sort((a, b) => b.room.length - a.room.length)[0];

/** Every import that the table does not allow, as a sentence that says what to do. */
export function breaches(graph: Graph, table: readonly Room[] = rooms): string[] {
  const found: string[] = [];
  for (const [file, imports] of graph) {
    const room = roomOf(file, table);
    if (!room) {
      found.push(`${file} is in no room: give its folder a line in test/house/walls.ts.`);
      continue;
    }
    for (const to of imports) {
      const name = to.split('/')[0] as string;
      const rule = graph.has(to) ? undefined : packages[name];
      if (rule && !rule.in.test(file)) found.push(`${file} may not import ${name}. ${rule.instead}`);
      if (!graph.has(to)) continue;
      if (file.startsWith('content/') && notInPages.includes(to)) found.push(`${file} may not import ${to}. ${inPage}`);
      const target = roomOf(to, table);
      if (target === room || (target && within(target.room, room.room))) continue;
      if (!room.may.some((place) => within(to, place))) found.push(`${file} may not import ${to}. ${room.instead}`);
    }
  }
  return found;
}

/** Rooms that name a room which stands below them in the table: there an import would run upward. */
export function upward(table: readonly Room[] = rooms): string[] {
  const at = (name: string) => table.findIndex(({ room }) => within(room, name) || within(name, room));
  return table.flatMap(({ room, may }, index) =>
    may.filter((name) => at(name) > index).map((name) => `${room} names ${name}, which stands above it`),
  );
}
