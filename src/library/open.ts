/** Opens the library: the one way in for background and pages. */

import { citationKeys, keepCitationKeys } from './citation-keys';
import { connect } from './db/connection';
import * as filters from './filters';
import { applyImport, importPlan } from './import/import';
import type { Library } from './library';
import * as papers from './papers';
import * as reads from './reads';
import * as saving from './save';
import type { Finder } from './search/finder';
import { Search } from './search/search';
import * as tagging from './tagging';
import * as tags from './tags';
import { emptyDue, emptyTrash } from './trash';
import { recover, redo, undo } from './write/undo';
import type { Workshop } from './write/write-context';

export { renewLog } from './db/rotate-leveldb-log';

type Announced = { keys: string[]; numbers: number[] };

export interface Options {
  /** Name of the database. */
  name?: string;
  finder?: Finder;
  now?: () => number;
  /** Called after each change made through this library, when it is durable: for what does not hear a BroadcastChannel. */
  tell?: (change: Announced) => void;
}

const channelName = 'library';

/**
 * Opens the library, finishes what a browser that died left half done, and throws away what has lain in the trash for 30 days.
 * Throws nothing: each function says what is wrong.
 */
export function openLibrary({ name = 'offprint', finder = new Search(), now = Date.now, tell }: Options = {}): Library {
  const connection = connect(name);
  const channel = new BroadcastChannel(`${channelName}:${name}`);
  const listeners = new Set<(change: Announced) => void>();
  let isClosed = false;
  const heard = (change: Announced) => {
    finder.changed(change.numbers);
    for (const listener of listeners) listener(change);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Announced>) => heard(data));
  const shop: Workshop = {
    connection,
    finder,
    now,
    alone: (work) => alone(`${channelName}:${name}`, work),
    announce({ keys, numbers }) {
      heard({ keys, numbers });
      if (!isClosed) channel.postMessage({ keys, numbers }); // it would throw, and the change is durable
      tell?.({ keys, numbers });
    },
  };
  // What stays half done because this fails is tried again at the next start; whoever uses the library is told why.
  void aloneIfFree(`${channelName}:${name}`, async () => {
    await recover(shop);
    await emptyDue(shop);
  }).catch(() => {});
  return {
    marks: (ids) => reads.marks(connection, ids),
    papers: (which) => reads.papers(connection, which),
    rows: (which) => reads.rows(connection, which),
    newest: (limit) => reads.newest(connection, limit),
    size: () => reads.size(connection),
    numbersGiven: () => reads.numbersGiven(connection),
    find: (query, options) => connection.across((db) => finder.find(db, query, options), options?.signal),
    facets: (numbers) => connection.across((db) => finder.facets(db, numbers)),
    trash: () => reads.trash(connection),
    duplicates: () => reads.duplicates(connection),
    tags: () => reads.tags(connection),
    tagCounts: () => reads.tagCounts(connection),
    complete: (text, limit) => reads.complete(connection, text, limit),
    renameTag: (id, to) => tags.renameTag(shop, id, to),
    mergeTags: (from, into) => tags.mergeTags(shop, from, into),
    deleteTag: (id) => tags.deleteTag(shop, id),
    setTagColor: (id, color) => tags.setTagColor(shop, id, color),
    filters: () => filters.filters(connection),
    filterCounts: () => filters.filterCounts(connection, finder),
    saveFilter: (filter) => filters.saveFilter(shop, filter),
    renameFilter: (id, to) => filters.renameFilter(shop, id, to),
    deleteFilter: (id) => filters.deleteFilter(shop, id),
    rules: () => tagging.rules(connection),
    saveRule: (rule, id) => tagging.saveRule(shop, rule, id),
    deleteRule: (id) => tagging.deleteRule(shop, id),
    tryRule: (rule, options) => tagging.tryRule(shop, rule, options),
    applyRule: (id) => tagging.applyRule(shop, id),
    save: (facts, context, options) => saving.save(shop, facts, context, options),
    tag: (which, change, origin) => papers.tag(shop, which, change, origin),
    setTags: (which, names, origin) => papers.setTags(shop, which, names, origin),
    setStatus: (which, status, origin) => papers.setStatus(shop, which, status, origin),
    setStarred: (which, starred, origin) => papers.setStarred(shop, which, starred, origin),
    setNote: (which, note, origin) => papers.setNote(shop, which, note, origin),
    edit: (which, edits) => papers.edit(shop, which, edits),
    fill: (facts, site) => saving.fill(shop, facts, site),
    mergePapers: (into, others) => saving.mergePapers(shop, into, others),
    remove: (which, origin) => papers.remove(shop, which, origin),
    restore: (which) => papers.restore(shop, which),
    emptyTrash: () => emptyTrash(shop),
    importPlan: (entries, options) => importPlan(shop, entries, options),
    applyImport: (plan, options) => applyImport(shop, plan, options),
    citationKeys: (template) => citationKeys(connection, template),
    keepCitationKeys: (template, keys) => keepCitationKeys(shop, template, keys),
    undo: (change, origin = 'own') => undo(shop, change, origin),
    redo: () => redo(shop),
    journal: (limit) => reads.entries(connection, limit),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      channel.close();
      listeners.clear();
      connection.close();
    },
  };
}

/** Runs work unless other work of that name is running: that is not a dead browser's then. */
async function aloneIfFree(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** Runs work while no other page or background of ours runs work of that name. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
