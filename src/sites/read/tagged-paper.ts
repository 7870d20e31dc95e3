/** A paper's own page that names its facts in `citation_*` tags. */
import type { Page, Site, Spot } from '../site';
import { readCard, type ScrapedFacts } from './cards';
import { highwire, metaTags } from './highwire';
import { repositoriesInText, sortLinks } from './links';
import { linesOf, paragraphs } from './text';

/** What a site knows better than the tags of its pages, or besides them. */
interface Besides {
  /** Where the title stands: the place of the control. */
  heading: Element | null;
  /** Undefined entries are ignored. */
  ids: (string | undefined)[];
  /** Address to keep. */
  page: string;
  /** Read on demand; undefined members leave the tags as they are. */
  facts?(): ScrapedFacts;
  spot?: Spot;
}

/** The address of a file: on the page's own host with its scheme; none without https elsewhere. */
function fileOf(address: string | undefined, base: URL): string | undefined {
  const file = address !== undefined && URL.canParse(address, base.href) ? new URL(address, base) : undefined;
  if (file?.host === base.host) file.protocol = base.protocol;
  return file?.protocol === 'https:' ? file.href : undefined;
}

/** The card of a tagged page. */
export function taggedPaper(
  { document, url }: Page,
  { heading, ids, page, facts, spot }: Besides,
): ReturnType<Site['read']> {
  const tags = highwire(metaTags(document));
  return readCard(heading?.closest('main, article, body') ?? document.body, {
    identify: () => ({ ids: [...ids, ...tags.ids], title: tags.title ?? linesOf(heading), slot: heading }),
    facts() {
      const known = facts?.() ?? {};
      const abstract = known.abstract ?? tags.abstract;
      return {
        ...tags,
        ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
        abstract,
        links: { page, pdf: fileOf(tags.links?.pdf, url), ...sortLinks(repositoriesInText(abstract)), ...known.links },
      };
    },
    spot: spot ?? { corner: 'top-right', x: 0, y: 0 },
  });
}

/** Paragraphs of an abstract: texts of the elements found, without those that match `without`. */
export const textsOf = (scope: ParentNode, selector: string, without = ''): string | undefined =>
  paragraphs([...scope.querySelectorAll(selector)].map((part) => linesOf(part, without) ?? ''));
