/** A paper's own page by its machine-readable forms, in order of trust. Pure. */
import { doiInUrl, idOfUrl } from '../../paper/identity';
import type { Page } from '../site';
import { tidy } from './addresses';
import { highwire, metaTags } from './highwire';
import type { Said } from './listed';
import { coins, dublinCore, jsonLd, prism, type Spoken } from './structured';
import { clean, known, urlOf } from './text';

/** An address is kept only with https: what else hangs on http is not known to answer. */
export const secure = (address: string | undefined, page: Page): string | undefined => {
  const url =
    address !== undefined && URL.canParse(address, page.url.href) ? new URL(address, page.url.href) : undefined;
  const kept = tidy(url);
  return kept?.startsWith('https:') ? kept : undefined;
};

/** The address of a page that is a paper's own by its address alone, with OpenGraph's title. https://ogp.me */
const openGraph = (tags: Map<string, string[]>): Spoken => ({
  ids: [],
  title: clean(tags.get('og:title')?.[0] ?? '') || undefined,
});

/**
 * What a page says of the one paper whose own page it is, the most trusted first: `citation_*` tags, which publishers keep
 * for Google Scholar; JSON-LD; PRISM; Dublin Core, which any page may carry; COinS; OpenGraph's title where the address is a
 * paper's. The first that knows a fact gives it; ids are taken from all.
 */
export function spoken(page: Page): { said: Said; ids: (string | undefined)[]; title: string } | undefined {
  const tags = metaTags(page.document);
  const own = idOfUrl(page.url) ?? doiInUrl(page.url);
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
  const said: Said & Partial<Spoken> = Object.assign({}, ...forms.map((form) => known<Spoken>(form)).reverse());
  const { ids: _, title: __, links: ___, ...rest } = said;
  const canonical = page.document.querySelector('link[rel~="canonical"]');
  const pages = [urlOf(canonical, 'href', page.url)?.href, ...forms.map((form) => form.links?.page)];
  const cut = /(?:…|\.\.\.)$/.test(rest.abstract ?? '');
  return {
    title,
    ids: [own, ...forms.flatMap((form) => form.ids)],
    said: {
      ...rest,
      abstract: cut ? undefined : rest.abstract,
      links: {
        // An address elsewhere is a way here, not this page.
        page: pages
          .map((address) => secure(address, page))
          .find((address) => address?.startsWith(`https://${page.url.host}/`)),
        pdf: secure(forms.map((form) => form.links?.pdf).find(Boolean), page),
      },
    },
  };
}
