/** Saves what the page in a tab shows, for the popup. */
import { toFacts } from '../paper/check';
import { idOfAddress } from '../paper/identity';
import { siteFor } from '../sites';
import { addressOfTab, factsIn, readPage, savePage } from './any-page';
import { library } from './own-library';
import { savePlaceholders } from './placeholder-papers';

/**
 * Saves the paper whose own page a tab shows; where the page cannot be read, by the id in its address. Resolves to the number of the
 * save, 0 if there is none to undo; undefined for no paper.
 */
export async function savePaperOfTab(tab: number): Promise<number | undefined> {
  const saved = await savePage(tab);
  if (saved !== undefined) return saved;
  const url = await addressOfTab(tab);
  const id = url && idOfAddress(url);
  return id ? (await savePlaceholders(tab, [id], url.href, 'paper'))?.change : undefined;
}

/**
 * Saves the papers that a tab shows and that are not saved yet, checked as any save is, as one change. Returns the change's
 * number and how many they are; undefined if there are none.
 */
export async function saveAllOfTab(tab: number): Promise<{ change: number; papers: number } | undefined> {
  const [report, url] = await Promise.all([readPage(tab), addressOfTab(tab)]);
  if (!report || !url) return undefined;
  const keys = report.papers.flat();
  const marks = await library.marks(keys);
  const shown = (await factsIn(tab, keys)).flatMap((each) => toFacts(each).facts ?? []);
  const facts = shown.filter(({ ids }) => !ids.some((id) => Object.hasOwn(marks, id)));
  if (facts.length === 0) return undefined;
  const site = siteFor(url)?.id ?? report.site;
  const context = { site, url: url.href.split('#', 1)[0] ?? '', kind: report.kind };
  // What a page's process says: it counts as a change from a page.
  const { id } = await library.save(facts, context, { origin: 'page' });
  return { change: id, papers: facts.length };
}
