/**
 * Papers that were saved by nothing but an id, from a link or a text: until a page shows them, the id stands in for the title.
 * No page is fetched for that.
 */
import { toFacts } from '../paper/check';
import type { Mark } from '../paper/marks';
import type { Context } from '../paper/paper';
import { siteFor } from '../sites';
import { any } from '../sites/any';
import { factsIn } from './any-page';
import { library } from './own-library';

/**
 * Saves papers by their ids, as one change that the page where it was asked for may take back; undefined where there are
 * none. `url` is where the user was, and is kept where it is of the web: a file's address is nobody's. `papers` is how many
 * were named.
 */
export async function saveByIds(
  ids: readonly string[],
  url: string,
  kind: Context['kind'] = 'listing',
): Promise<{ change: number; papers: number } | undefined> {
  const facts = ids.map((id) => ({ ids: [id], title: id }));
  if (facts.length === 0) return undefined;
  const place = /^https?:/.test(url) ? (url.split('#', 1)[0] ?? '') : '';
  const { id } = await library.save(facts, { site: any.id, url: place, kind }, { origin: 'page' });
  return { change: id, papers: facts.length };
}

/** Fills in what a page shows of such papers, once it asks for their marks: what it says is checked as any save is. */
export async function completeFromPage(tab: number, address: string, marks: Record<string, Mark>): Promise<void> {
  const rows = await library.rows(Object.keys(marks));
  const bare = rows.filter(({ ids, facts, edits }) => ids.includes(facts.title) && edits?.title === undefined);
  if (bare.length === 0) return;
  const wanted = new Set(bare.flatMap(({ ids }) => ids));
  const shown = (await factsIn(tab, [...wanted])).flatMap((each) => toFacts(each).facts ?? []);
  const right = shown.filter(({ ids, title }) => ids.some((id) => wanted.has(id)) && !ids.includes(title));
  if (right.length === 0) return;
  const url = new URL(address);
  const site = siteFor(url) ?? any;
  await library.save(right, { site: site.id, url: url.href.split('#', 1)[0] ?? '', kind: site.kind(url) ?? 'listing' });
}
