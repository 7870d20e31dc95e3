/** Auto-tag rules in the library: storing, trying and applying them. `rules.ts` defines what a rule means. */

import { pauseBetweenSlices } from '../async/slices';
import { foldTag } from '../paper/tag-name';
import type { Connection } from './db/connection';
import type { PaperRecord } from './db/record';
import { toRow } from './db/row';
import type { StoredRow, StoredText } from './db/schema';
import { LibraryError } from './error';
import { shownFacts } from './merge/merge';
import { maxRulesPerLibrary, type Rule, ruleMatcher, ruleProblem, tagsByRules, toRule } from './rules';
import type { Change, Trial } from './types';
import { change, changeEach } from './write/change';
import { tagIds } from './write/tag-ids';
import type { UnitOfWork } from './write/unit-of-work';
import type { WriteContext } from './write/write-context';

const own = (what: string) => ({ what, origin: 'own' as const });

/** All rules, oldest first. */
export const rules = (connection: Connection): Promise<Rule[]> =>
  connection.read(['rules'], async (tx) => (await tx.objectStore('rules').getAll()).sort(byAge));

const numbersOf = (id: string) => id.slice(1).split('-').map(Number);
const byAge = (a: Rule, b: Rule) => {
  const [[x = 0, i = 0], [y = 0, j = 0]] = [numbersOf(a.id), numbersOf(b.id)];
  return x - y || i - j;
};

/** Stores a new rule, or replaces the rule with that id. Throws `invalid` if `ruleProblem` finds a problem. */
export async function saveRule(ctx: WriteContext, rule: Omit<Rule, 'id'>, id?: string): Promise<Change> {
  const kept = toRule(rule);
  if (!kept || ruleProblem(kept)) throw new LibraryError('invalid', 'The rule can not be used.');
  return change(ctx, own('journalSaveRule'), async (unit) => {
    const all = await unit.rules.all();
    if (id === undefined && all.length >= maxRulesPerLibrary)
      throw new LibraryError('invalid', 'There are too many rules.');
    if (id !== undefined && !all.some((one) => one.id === id)) throw gone();
    const own = id ?? `r${unit.entry}`;
    await unit.rules.set(own, { id: own, ...kept });
  });
}

const gone = () => new LibraryError('missing', 'The rule does not exist any more.');

export const deleteRule = (ctx: WriteContext, id: string): Promise<Change> =>
  change(ctx, own('journalDeleteRule'), (unit) => unit.rules.set(id, undefined));

/** Adds the rules of a backup, except those that the library has already. */
export async function takeRules(unit: UnitOfWork, from: unknown): Promise<void> {
  const list: unknown[] = Array.isArray(from) ? from : [];
  for (const [i, one] of list.slice(0, maxRulesPerLibrary).entries()) {
    const rule = toRule(one);
    const all = await unit.rules.all();
    const like = (other: Rule) =>
      JSON.stringify({ ...toRule(other), on: true }) === JSON.stringify({ ...rule, on: true });
    if (!rule || all.length >= maxRulesPerLibrary || all.some(like)) continue;
    const id = `r${unit.entry}-${i}`;
    await unit.rules.set(id, { id, ...rule });
  }
}

const factsOf = ({ ids, sources = [], edits }: PaperRecord) => shownFacts(ids, sources, edits);

/** Adds the tags that rules give to a paper. `before` is the paper before the change; undefined if it is new. */
export async function ruled(
  unit: UnitOfWork,
  paper: PaperRecord,
  before: PaperRecord | undefined,
): Promise<PaperRecord> {
  const rules = (await unit.rules.all()).filter(({ on }) => on).sort(byAge);
  if (rules.length === 0) return paper;
  const names = tagsByRules(rules, factsOf(paper), before && factsOf(before));
  const given = await tagIds(unit, names);
  return given.length === 0 ? paper : { ...paper, tags: [...new Set([...paper.tags, ...given])] };
}

type Tried = Omit<Rule, 'id' | 'on'>;

/** Finds the papers that a rule would tag, newest first. Writes nothing. Calls `progress` after each batch. */
export async function tryRule(
  { connection }: Pick<WriteContext, 'connection'>,
  rule: Tried,
  { signal, progress }: { signal?: AbortSignal | undefined; progress?: (trial: Trial) => void } = {},
): Promise<Trial> {
  const ready = ruleMatcher(rule);
  if ('problem' in ready) throw new LibraryError('invalid', ready.problem.message);
  const [all, tags] = await connection.read(['papers', 'tags'], async (tx) => {
    const index = tx.objectStore('tags').index('folded');
    return Promise.all([
      tx.objectStore('papers').index('newest').getAllKeys(),
      Promise.all(rule.tags.map(async (name) => index.getKey(foldTag(name)))),
    ]);
  });
  const numbers: number[] = [];
  const trial: Trial = { done: 0, papers: all.length, numbers, first: [], milliseconds: 0 };
  const pause = pauseBetweenSlices(signal);
  for (let at = 0; at < all.length; at += batch) {
    for (const { row, text } of await read(connection, all.slice(at, at + batch), needsTexts(rule))) {
      const begun = performance.now();
      const holds = ready.matches(text ? shownFacts(row.ids, text.sources, row.edits) : row.facts);
      trial.milliseconds += performance.now() - begun;
      if (!holds || tags.every((id) => id !== undefined && row.tags.includes(id))) continue;
      numbers.push(row.n);
      if (trial.first.length < shown) trial.first.push(toRow(row));
    }
    trial.done = Math.min(all.length, at + batch);
    progress?.({ ...trial });
    await pause();
  }
  return trial;
}

/** Papers read in one transaction, and papers shown as examples. */
const batch = 100;
const shown = 5;

const needsTexts = ({ field }: Tried) => field === 'text' || field === 'abstract';

function read(
  connection: Connection,
  numbers: readonly number[],
  texts: boolean,
): Promise<{ row: StoredRow; text?: StoredText | undefined }[]> {
  return connection.read(['papers', 'texts'], async (tx) => {
    const each = await Promise.all(
      numbers.map(async (n) => ({
        row: await tx.objectStore('papers').get(n),
        text: texts ? await tx.objectStore('texts').get(n) : undefined,
      })),
    );
    return each.flatMap(({ row, text }) => (row?.newest === undefined ? [] : [{ row, text }]));
  });
}

/** Tags all papers that a rule matches, even if the rule is off, as one change. */
export async function applyRule(ctx: WriteContext, id: string, signal?: AbortSignal): Promise<Change> {
  const rule = (await rules(ctx.connection)).find((one) => one.id === id);
  if (!rule) throw gone();
  const { numbers } = await tryRule(ctx, rule, { signal });
  return changeEach(ctx, own('journalApplyRule'), numbers, async (unit, some) => {
    await Promise.all(some.map((n) => unit.paper(n, true)));
    for (const n of some) {
      const paper = await unit.paper(n, true);
      // The paper may have changed or been removed since the trial.
      const names = paper?.removedAt === undefined && paper ? tagsByRules([{ ...rule, on: true }], factsOf(paper)) : [];
      const given = await tagIds(unit, names);
      if (paper && given.length > 0) unit.set(n, { ...paper, tags: [...new Set([...paper.tags, ...given])] });
    }
  });
}
