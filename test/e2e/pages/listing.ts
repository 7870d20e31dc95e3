/**
 * Hugging Face listing pages of invented papers, in the markup of late 2026 as far as an adapter or a layout depends on it,
 * with a stand-in for the site's style.
 */
import type { Invented } from './papers';

export const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const icon =
  '<svg class="size-3" aria-hidden="true" width="1em" height="1em" viewBox="0 0 12 12"><path fill="currentColor" d="M6 1l5 9H1z"></path></svg>';

const upvotes = ({ id, upvotes }: Invented) => `<a class="self-start" href="/login?next=%2Fpapers%2F${id}">
  <div role="checkbox" aria-checked="false" aria-label="Upvote" class="upvotes"><input type="checkbox" class="peer hidden" disabled>${icon}
  <div class="leading-none">${upvotes || '-'}</div></div></a>`;

const avatars = ({ id, authors }: Invented, dot: boolean) => `<a class="flex" href="/papers/${id}"><ul class="avatars">
  ${authors
    .slice(0, 5)
    .reverse()
    .map((name) => `<li title="${html(name.split(' ')[0]?.toLowerCase() ?? '')}-handle"></li>`)
    .join('')}
  <li class="order-first">${dot ? '<div class="mx-1">·</div> ' : ''}${authors.length} author${authors.length > 1 ? 's' : ''}</li></ul></a>`;

const organization = ({ handle, name }: NonNullable<Invented['organization']>) =>
  `<a href="/${handle}" class="inline-flex min-w-0 pill"><span class="block min-w-0 truncate">${html(name)}</span></a>`;

const short = (n: number): string => (n >= 1000 ? `${(n / 1000).toFixed(2)}k` : String(n));

/** A card of `/papers`: no abstract, no date; an organisation or its authors' avatars, never both. */
function dailyCard(paper: Invented): string {
  const { id, title, comments, stars, submitter } = paper;
  return `<article class="relative flex flex-col overflow-hidden rounded-xl border">
  <a class="thumbnail" href="/papers/${id}"><div class="picture"></div></a>
  <div class="submitted pointer-events-none absolute">Submitted by <div class="flex-none"></div> ${submitter}</div>
  <div class="body flex"><div class="flex w-full gap-6"><div class="flex flex-wrap items-center pt-1">${upvotes(paper)}</div>
  <div class="w-full min-w-0"><h3><a class="line-clamp-3" href="/papers/${id}">${html(title)}</a></h3>
  <div class="row flex min-w-0 items-center justify-between">${paper.organization ? organization(paper.organization) : avatars(paper, true)}
  <div class="flex items-center gap-2">${stars ? `<a class="count" href="/papers/${id}">${icon} <span>${short(stars)}</span></a>` : ''}
  ${comments ? `<a class="count" href="/papers/${id}#community">${icon} ${comments}</a>` : ''}</div></div></div></div></div></article>`;
}

/** A card of a search: its whole abstract, no thumbnail; "N authors" and the date. */
function searchCard(paper: Invented): string {
  const { id, title, abstract, published } = paper;
  const day = new Date(published).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `<article class="flex flex-col overflow-hidden rounded-xl border"><div class="body flex w-full gap-6">
  <div class="flex flex-wrap items-center pt-1">${upvotes(paper)}</div>
  <div class="w-full min-w-0"><h3><a href="/papers/${id}" class="line-clamp-3">${html(title)}</a></h3>
  <a href="/papers/${id}" class="block"><p class="line-clamp-4">${html(abstract)}</p></a>
  <div class="row flex items-center gap-2">${avatars(paper, false)} <span class="mx-1">·</span> <span>${day}</span></div></div></div></article>`;
}

function hydration(kind: 'daily' | 'search', papers: readonly Invented[]): string {
  const entries = papers.map(
    ({ id, title, abstract, authors, published, upvotes, repository, stars, submitter, comments, organization }) => ({
      paper: {
        id,
        authors: authors.map((name) => ({ name, hidden: false })),
        publishedAt: `${published}T00:00:00.000Z`,
        title,
        summary: abstract,
        upvotes,
        ...(repository ? { githubRepo: repository, githubStars: stars } : {}),
        ...(organization ? { organization: { name: organization.handle, fullname: organization.name } } : {}),
      },
      publishedAt: '2026-10-01T08:00:00.000Z',
      title,
      summary: abstract,
      numComments: comments,
      submittedBy: { name: submitter, fullname: submitter },
    }),
  );
  const props =
    kind === 'daily'
      ? { dailyPapers: entries, query: {} }
      : { dailyPapers: [], searchResults: entries, query: { q: 'study' } };
  return html(JSON.stringify(props));
}

const style = `
  :root { color-scheme: light dark; --ground: #fff; --ink: #111827; --quiet: #6b7280; --line: #e5e7eb; --card: #f9fafb }
  @media (prefers-color-scheme: dark) { :root { --ground: #0b0f19; --ink: #f3f4f6; --quiet: #9ca3af; --line: #1f2937; --card: #101623 } }
  * { box-sizing: border-box } a { color: inherit; text-decoration: none } h3 a:hover { text-decoration: underline }
  body { margin: 0; font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; background: var(--ground); color: var(--ink) }
  header, main > div { max-width: 1220px; margin: auto; padding: 16px 20px } header { display: flex; gap: 20px; font-weight: 600 }
  h1 { font-size: 24px; margin: 8px 0 20px }
  .grid { display: grid; gap: 20px; grid-template-columns: 1fr } .grid > * { content-visibility: auto; contain-intrinsic-size: auto 380px }
  @media (min-width: 1024px) { .daily { grid-template-columns: 1fr 1fr } } @media (min-width: 1200px) { .daily { grid-template-columns: 1fr 1fr 1fr } }
  article { border: 1px solid var(--line); border-radius: 12px; overflow: hidden; background: var(--card) } .relative { position: relative }
  .thumbnail { display: block; height: 224px } .picture { height: 100%; background: linear-gradient(135deg, #fde68a, #fca5a5 40%, #a5b4fc) }
  .submitted { position: absolute; right: 8px; top: 190px; height: 24px; display: flex; gap: 4px; align-items: center; padding: 0 8px; font-size: 14px; border-radius: 6px; background: var(--ground); color: var(--quiet) }
  .body { padding: 24px } .flex { display: flex } .flex-col { flex-direction: column } .w-full { width: 100% } .min-w-0 { min-width: 0 } .gap-6 { gap: 24px } .gap-2 { gap: 8px }
  .items-center { align-items: center } .justify-between { justify-content: space-between } .row { color: var(--quiet); font-size: 14px; margin-top: 4px }
  h3 { margin: 0 0 4px; font-size: 18px; line-height: 24px; font-weight: 600 } .hidden { display: none }
  .line-clamp-3, .line-clamp-4 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden } .line-clamp-4 { -webkit-line-clamp: 4; margin: 0; color: var(--quiet) }
  .upvotes { width: 48px; height: 56px; border: 1px solid var(--line); border-radius: 12px; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 4px; background: var(--ground) }
  .avatars { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: row-reverse; align-items: center } .avatars li[title] { width: 16px; height: 16px; margin-right: -8px; border-radius: 50%; background: #93c5fd; border: 2px solid var(--card) }
  .order-first { order: -1; display: flex; margin-left: 14px } .mx-1 { margin: 0 4px } .pill { border: 1px solid #bfdbfe; border-radius: 99px; padding: 1px 8px; color: #1d4ed8; background: #eff6ff } .truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; display: block }
  .count { display: flex; gap: 4px; align-items: center; border: 1px solid var(--line); border-radius: 6px; padding: 0 4px }`;

/** The cards alone: what in-page navigation puts in place of the old ones. */
export const cards = (kind: 'daily' | 'search', papers: readonly Invented[]): string =>
  papers.map(kind === 'daily' ? dailyCard : searchCard).join('\n');

/** A whole listing page. `stale` leaves the hydration data of other papers in it, as in-page navigation does. */
export function listingPage(
  kind: 'daily' | 'search',
  papers: readonly Invented[],
  { stale = papers }: { stale?: readonly Invented[] } = {},
): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Daily Papers - Hugging Face</title><style>${style}</style></head>
<body><header><a href="/">Hugging Face</a><a href="/models">Models</a><a href="/papers">Daily Papers</a><a href="/papers/trending">Trending</a></header>
<main><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${hydration(kind, stale)}">
<h1>Daily Papers</h1><input type="search" name="daily-papers-search" placeholder="Search any paper with AI"> <a href="/papers/date/2026-09-30">‹</a> <span>Oct 1</span>
<p></p><div class="relative grid gap-5 ${kind}">${cards(kind, papers)}</div></div></main>
<footer><a href="/papers/date/2026-01-01">archive</a></footer></body></html>`;
}
