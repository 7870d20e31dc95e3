/**
 * Papers saved from a link or a text, of which nothing but the id is known. No page is fetched for them: the id is used as
 * the title until a page that shows the paper is visited.
 */
import { toFacts } from '../paper/check';
import { isIdAsTitle } from '../paper/identity';
import type { Mark } from '../paper/marks';
import type { Context } from '../paper/paper';
import { siteFor } from '../sites';
import { any } from '../sites/any';
import { factsIn } from './any-page';
import { library } from './own-library';
import { rememberChange } from './page-changes';

/**
 * Saves papers by their ids, as one change that the page in the tab may undo. Returns the change's number and how many
 * papers were named; undefined for no ids. `url` is the page the user was on; anything but http(s) is not stored.
 */
export async function savePlaceholders(
  tab: number,
  ids: readonly string[],
  url: string,
  kind: Context['kind'] = 'listing',
): Promise<{ change: number; papers: number } | undefined> {
  const facts = ids.map((id) => ({ ids: [id], title: id }));
  if (facts.length === 0) return undefined;
  const webUrl = /^https?:/.test(url) ? (url.split('#', 1)[0] ?? '') : '';
  const { id } = await library.save(facts, { site: any.id, url: webUrl, kind }, { origin: 'page' });
  if (webUrl) await rememberChange(tab, url, id, 'save');
  return { change: id, papers: facts.length };
}

/** Completes placeholders among the papers a page asked the marks of, by what that page shows, checked as any save is. */
export async function fillPlaceholders(tab: number, address: string, marks: Record<string, Mark>): Promise<void> {
  const rows = await library.rows(Object.keys(marks));
  const placeholders = rows.filter(
    ({ facts, edits }) => (facts.titleIsLinkText || isIdAsTitle(facts.title)) && edits?.title === undefined,
  );
  if (placeholders.length === 0) return;
  const wanted = new Set(placeholders.flatMap(({ ids }) => ids));
  const shown = (await factsIn(tab, [...wanted])).flatMap((each) => toFacts(each).facts ?? []);
  const complete = shown.filter(
    ({ ids, title, titleIsLinkText }) => ids.some((id) => wanted.has(id)) && !titleIsLinkText && !ids.includes(title),
  );
  if (complete.length === 0) return;
  const url = new URL(address);
  const site = siteFor(url) ?? any;
  const context = { site: site.id, url: url.href.split('#', 1)[0] ?? '', kind: site.kind(url) ?? 'listing' } as const;
  // What a page's process says: it counts as a change from a page.
  await library.save(complete, context, { origin: 'page' });
}
