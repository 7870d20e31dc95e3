/** The data that Hugging Face's pages carry for their own scripts. Pure. */
import type { Metrics } from '../../paper/metrics';
import type { ScrapedFacts } from './cards';
import { type JsonObject, list, object, text, texts, wholeNumber } from './json';
import { known } from './text';

/**
 * What the page's hydration data says, by arXiv id: entries of any of its lists (`dailyPapers`, `searchResults`) or the one
 * `paper` of a paper's page. It may be of another day than the cards, so it only completes what a card shows.
 */
export function hydration(document: Document): Map<unknown, JsonObject> {
  const entries = new Map<unknown, JsonObject>();
  for (const element of document.querySelectorAll('[data-props*=\'"paper"\']')) {
    let props: JsonObject;
    try {
      props = object(JSON.parse(element.getAttribute('data-props') ?? ''));
    } catch {
      continue; // cut off: facts come from the cards alone
    }
    for (const entry of [props, ...Object.values(props).flatMap(list)].map(object)) {
      const { id } = object(entry.paper);
      if (!entries.has(id)) entries.set(id, entry);
    }
  }
  return entries;
}

/** Facts of a paper from one source: the card or the page's data. */
export interface SourceFacts extends Omit<ScrapedFacts, 'links'> {
  /** Code, data and project pages, unsorted. */
  links?: (string | undefined)[];
}

/** Facts in an entry of the data. */
export function ofData(entry: JsonObject): SourceFacts {
  const paper = object(entry.paper);
  const organization = object(entry.organization ?? paper.organization);
  const submitter = object(entry.submittedBy ?? paper.submittedOnDailyBy);
  return known<SourceFacts>({
    authors: texts(list(paper.authors).map((author) => object(author).name)),
    abstract: text(paper.summary),
    // Not the entry's `publishedAt`: that is when it was submitted, or some hours before the day.
    published: /^\d{4}-\d\d-\d\d/.exec(text(paper.publishedAt) ?? '')?.[0],
    keywords: texts(paper.ai_keywords),
    metrics: known<Metrics>({
      upvotes: wholeNumber(paper.upvotes),
      comments: wholeNumber(entry.numComments),
      stars: wholeNumber(paper.githubStars),
    }),
    submittedBy: text(submitter.user) ?? text(submitter.name),
    organization: text(organization.fullname) ?? text(organization.name),
    links: [text(paper.githubRepo), text(paper.projectPage)],
  });
}
