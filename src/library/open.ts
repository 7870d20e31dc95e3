/** Opens the library, for the background and our own pages. */

import { citationKeys, keepCitationKeys } from './citation-keys';
import { connect } from './db/connection';
import { knownTags } from './db/known-tags';
import * as filters from './filters';
import { applyImport, importPlan } from './import/import';
import { keep, kept } from './kept';
import * as learned from './learned';
import type { Library } from './library';
import { Memory } from './memory/memory';
import * as papers from './papers';
import * as reads from './reads';
import * as saving from './save';
import type { Finder } from './search/finder';
import { Search } from './search/search';
import * as tagging from './tagging';
import * as tags from './tags';
import { takeBackSave } from './take-back-save';
import { emptyDue, emptyTrash } from './trash';
import { recover, redo, undo } from './write/undo';
import type { WriteContext } from './write/write-context';

export { rotateLevelDbLog } from './db/rotate-leveldb-log';

type Announced = { keys: string[]; numbers: number[] };

export interface LibraryOptions {
  /** Name of the database. */
  name?: string;
  finder?: Finder;
  now?: () => number;
  /**
   * Called after each durable change made through this instance, for listeners that a BroadcastChannel does not reach.
   */
  tell?: (change: Announced) => void;
}

const channelName = 'library';

/**
 * Opens the library. Recovers changes that were interrupted when the browser died, and deletes what has been in the
 * trash for 30 days. It does not throw: each function reports its own failure.
 */
export function openLibrary({
  name = 'offprint',
  finder = new Search(),
  now = Date.now,
  tell,
}: LibraryOptions = {}): Library {
  const connection = connect(name);
  const allTags = knownTags(connection);
  const memory = new Memory();
  const channel = new BroadcastChannel(`${channelName}:${name}`);
  const listeners = new Set<(change: Announced) => void>();
  let isClosed = false;
  const heard = (change: Announced) => {
    allTags.forget();
    finder.changed(change.numbers);
    for (const listener of listeners) listener(change);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Announced>) => heard(data));
  const ctx: WriteContext = {
    connection,
    finder,
    now,
    withLock: (work) => withLock(`${channelName}:${name}`, work),
    announce({ keys, numbers }) {
      heard({ keys, numbers });
      if (!isClosed) channel.postMessage({ keys, numbers }); // a closed channel throws, but the change is durable
      tell?.({ keys, numbers });
    },
  };
  // If this fails, the next start tries again. Calls that use the library report the cause.
  void ifUnlocked(`${channelName}:${name}`, async () => {
    await recover(ctx);
    await emptyDue(ctx);
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
    suggest: (asked) => learned.suggest(connection, memory, asked),
    refuseTag: (which, name) => papers.refuseTag(ctx, which, name),
    related: (n) => learned.related(connection, memory, n),
    rank: (cards) => learned.rank(connection, memory, cards),
    tags: () => reads.tags(allTags),
    tagCounts: () => reads.tagCounts(allTags),
    complete: (text, limit) => reads.complete(allTags, text, limit),
    renameTag: (id, to) => tags.renameTag(ctx, id, to),
    mergeTags: (from, into) => tags.mergeTags(ctx, from, into),
    deleteTag: (id) => tags.deleteTag(ctx, id),
    setTagColor: (id, color) => tags.setTagColor(ctx, id, color),
    filters: () => filters.filters(connection),
    filterCounts: () => filters.filterCounts(connection, finder),
    saveFilter: (filter) => filters.saveFilter(ctx, filter),
    renameFilter: (id, to) => filters.renameFilter(ctx, id, to),
    deleteFilter: (id) => filters.deleteFilter(ctx, id),
    rules: () => tagging.rules(connection),
    saveRule: (rule, id) => tagging.saveRule(ctx, rule, id),
    deleteRule: (id) => tagging.deleteRule(ctx, id),
    tryRule: (rule, options) => tagging.tryRule(ctx, rule, options),
    applyRule: (id) => tagging.applyRule(ctx, id),
    save: (facts, context, options) => saving.save(ctx, facts, context, options),
    saveEach: (facts, options) => saving.saveEach(ctx, facts, options),
    tag: (which, change, origin) => papers.tag(ctx, which, change, origin),
    setTags: (which, names, origin) => papers.setTags(ctx, which, names, origin),
    setStatus: (which, status, origin) => papers.setStatus(ctx, which, status, origin),
    setStarred: (which, starred, origin) => papers.setStarred(ctx, which, starred, origin),
    setNote: (which, note, origin) => papers.setNote(ctx, which, note, origin),
    edit: (which, edits) => papers.edit(ctx, which, edits),
    learn: (learnt) => saving.learnFacts(ctx, learnt),
    kept: (name) => kept(connection, name),
    keep: (values) => keep(connection, values),
    fill: (facts, site) => saving.fill(ctx, facts, site),
    mergePapers: (into, others) => saving.mergePapers(ctx, into, others),
    remove: (which, origin) => papers.remove(ctx, which, origin),
    restore: (which) => papers.restore(ctx, which),
    emptyTrash: () => emptyTrash(ctx),
    importPlan: (entries, options) => importPlan(ctx, entries, options),
    applyImport: (plan, options) => applyImport(ctx, plan, options),
    citationKeys: (template) => citationKeys(connection, template),
    keepCitationKeys: (template, keys) => keepCitationKeys(ctx, template, keys),
    takeBackSave: (change, changes) => takeBackSave(ctx, change, changes),
    undo: (change, origin = 'own') => undo(ctx, change, origin),
    redo: () => redo(ctx),
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
      allTags.forget();
    },
  };
}

/** Runs work, or skips it if a lock of that name is held: then another page is at work, and nothing was interrupted. */
async function ifUnlocked(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** Runs work under a lock of that name, shared by all our pages and the background. */
async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}
