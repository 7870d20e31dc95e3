/** Machine-readable metadata of a paper's own page. Pure. */
import { idOfAddress } from '../../paper/identity';
import type { Page } from '../site';
import { tidy } from './addresses';
import type { ScrapedFacts } from './cards';
import { highwire, metaTags } from './highwire';
import { coins, dublinCore, jsonLd, type PageMetadata, prism } from './structured';
import { clean, known, urlOf } from './text';

/** An absolute https address; undefined for http on hosts that are not known to have https. */
export const secure = (address: string | undefined, page: Page): string | undefined => {
  const url =
    address !== undefined && URL.canParse(address, page.url.href) ? new URL(address, page.url.href) : undefined;
  const kept = tidy(url);
  return kept?.startsWith('https:') ? kept : undefined;
};

/** OpenGraph's title, for pages whose address alone tells that they are a paper's own. https://ogp.me */
const openGraph = (tags: Map<string, string[]>): PageMetadata => ({
  ids: [],
  title: clean(tags.get('og:title')?.[0] ?? '') || undefined,
});

/**
 * Metadata of the paper that a page is about; undefined for other pages. Sources, the most trusted first: `citation_*` tags, which
 * publishers keep for Google Scholar; JSON-LD; PRISM; Dublin Core, which any page may carry; COinS; OpenGraph's title where the
 * address is a paper's. Each fact comes from the first source that has it; ids come from all.
 */
export function pageMetadata(
  page: Page,
): { facts: ScrapedFacts; ids: (string | undefined)[]; title: string } | undefined {
  const tags = metaTags(page.document);
  const own = idOfAddress(page.url);
  const dc = dublinCore(tags);
  const periodical = prism(tags);
  const scholarly =
    periodical.venue || /article|paper|preprint|thesis|dissertation|report/i.test(tags.get('dc.type')?.[0] ?? '');
  const cited = highwire(tags);
  const forms = [
    cited,
    jsonLd(page.document),
    periodical,
    own || cited.title || scholarly || dc.ids.some(Boolean) ? dc : undefined,
    coins(page.document),
    own ? openGraph(tags) : undefined,
  ].filter((form) => form !== undefined);
  const title = forms.map((form) => form.title).find(Boolean);
  if (!title) return undefined;
  const facts: ScrapedFacts & Partial<PageMetadata> = Object.assign(
    {},
    ...forms.map((form) => known<PageMetadata>(form)).reverse(),
  );
  const { ids: _, title: __, links: ___, ...rest } = facts;
  const canonical = page.document.querySelector('link[rel~="canonical"]');
  const pages = [urlOf(canonical, 'href', page.url)?.href, ...forms.map((form) => form.links?.page)];
  const cut = /(?:…|\.\.\.)$/.test(rest.abstract ?? '');
  return {
    title,
    ids: [own, ...forms.flatMap((form) => form.ids)],
    facts: {
      ...rest,
      abstract: cut ? undefined : rest.abstract,
      links: {
        // An address on another host only redirects here.
        page: pages
          .map((address) => secure(address, page))
          .find((address) => address?.startsWith(`https://${page.url.host}/`)),
        pdf: secure(forms.map((form) => form.links?.pdf).find(Boolean), page),
      },
    },
  };
}
