/** Machine-readable metadata of a paper's own page. Pure. */
import { idOfAddress } from '../../paper/identity';
import type { Page } from '../site';
import { tidy } from './addresses';
import { bodyAbstract } from './body-abstract';
import { allAuthors, type ScrapedFacts } from './cards';
import { highwire, metaTags } from './highwire';
import { repositoriesInText, sortLinks } from './links';
import { coins, dublinCore, jsonLd, type PageMetadata, prism } from './structured';
import { clean, known, linesOf, textsIn, urlOf } from './text';

/** An absolute https address; undefined for http on hosts that are not known to have https. */
export const secure = (address: string | undefined, page: Page): string | undefined => {
  const url =
    address !== undefined && URL.canParse(address, page.url.href) ? new URL(address, page.url.href) : undefined;
  // A page has the scheme of its own address also where its tags still have the old one.
  if (url?.host === page.url.host) url.protocol = page.url.protocol;
  const kept = tidy(url);
  return kept?.startsWith('https:') ? kept : undefined;
};

/**
 * OpenGraph's title, else the heading of the first level, for pages of which only the id tells that they are a paper's own.
 * https://ogp.me
 */
function shownTitle(document: Document, tags: Map<string, string[]>): PageMetadata {
  const headings = [...document.querySelectorAll('h1')].flatMap(
    (heading) => linesOf(heading)?.replaceAll('\n', ' ') ?? [],
  );
  // Of several the one that the page itself is called after, whose title may cut it.
  const start = clean(document.title).slice(0, 30);
  const starting = headings.filter((text) => start.length === 30 && text.startsWith(start));
  const [heading] = headings.length === 1 ? headings : new Set(starting).size === 1 ? starting : [];
  const title = heading?.replace(/(?<!\.)\.$/, '');
  const named = clean(tags.get('og:title')?.[0] ?? '');
  // "Title | Site".
  const isLonger = title !== undefined && named.startsWith(title) && /^ [|·–—-] /.test(named.slice(title.length));
  return { ids: [], title: (!isLonger && named) || title };
}

/**
 * Some tags have the first of January for a year alone. A page that shows the year but not that day means the year.
 */
function withoutMadeUpDay(published: string | undefined, document: Document): string | undefined {
  if (!published?.endsWith('-01-01')) return published;
  const year = published.slice(0, 4);
  const shown = textsIn(document.body)
    .filter(({ element }) => !/^(?:script|style|noscript|template)$/.test(element.localName))
    .map(({ text }) => text);
  const isShown = (date: RegExp) => shown.some((text) => date.test(text));
  const day = /\b0?1(?:st)?\.? jan|\bjan[a-z]*\.? 0?1\b|\b0?1[./-]0?1[./-]|[./-]0?1[./-]0?1\b/i;
  return isShown(new RegExp(`\\b${year}\\b`)) && !isShown(day) ? year : published;
}

/** Sites whose description of a paper may be an AI summary, where its abstract cannot be told from it. */
const summarised = /(?:^|\.)(?:alphaxiv\.org|emergentmind\.com)$/;

/** The abstract in the tags, unless it is cut there or is only the first part of the one in the text. */
function wholeAbstract(tagged: string | undefined, shown: string | undefined): string | undefined {
  if (tagged === undefined || /(?:…|\.\.\.)$/.test(tagged)) return shown;
  const isPart = shown !== undefined && shown.length > 1.3 * tagged.length && shown.includes(tagged.slice(0, 80));
  return isPart ? shown : tagged;
}

/** The date of the most trusted form, as precise as any other form has the same: the day of "2024-07-31" for "2024". */
function preciseDate(dates: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = dates.filter((date) => date !== undefined);
  return others.find((date) => date.startsWith(`${first}-`) && !date.endsWith('-01-01')) ?? first;
}

/** Names in the most trusted form; where that ends after some, those of a form that goes on. */
function longestAuthors(forms: readonly Partial<PageMetadata>[]): Pick<ScrapedFacts, 'authors' | 'authorCount'> {
  const [first, ...others] = forms.flatMap(({ authors }) => (authors?.length ? [authors] : []));
  const goesOn = (names: string[]) =>
    names.length > (first?.length ?? 0) && first?.every((name, at) => name === names[at]);
  return allAuthors(others.find(goesOn) ?? first ?? []);
}

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
    jsonLd(page.document, page.url, own ?? cited.ids.find(Boolean)),
    periodical,
    own || cited.title || scholarly || dc.ids.some(Boolean) ? dc : undefined,
    coins(page.document),
    own || dc.ids.some(Boolean) ? shownTitle(page.document, tags) : undefined,
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
  const host = (address: string) => new URL(address).host.replace(/^www\./, '');
  const shown = bodyAbstract(page.document);
  // Dublin Core's description may be any text about the paper.
  const given = rest.abstract === dc.abstract && shown ? shown : wholeAbstract(rest.abstract, shown);
  const abstract = summarised.test(page.url.hostname) ? undefined : given;
  return {
    title,
    ids: [own, ...forms.flatMap((form) => form.ids)],
    facts: {
      ...rest,
      ...longestAuthors(forms),
      abstract,
      published: withoutMadeUpDay(preciseDate(forms.map((form) => form.published)), page.document),
      links: {
        // An address on another host only redirects here.
        page:
          pages
            .map((address) => secure(address, page))
            .find((address) => address && host(address) === host(page.url.href)) ?? page.url.href.replace(/#.*$/, ''),
        pdf: secure(forms.map((form) => form.links?.pdf).find(Boolean), page),
        ...sortLinks(repositoriesInText(abstract)),
      },
    },
  };
}
