/** Hugging Face's page of one invented paper, in the markup of late 2026 as far as an adapter depends on it. */
import { html } from './listing.ts';
import type { Invented } from './papers.ts';

const style = `
  :root { color-scheme: light dark; --ground: #fff; --ink: #111827; --quiet: #6b7280; --line: #e5e7eb }
  @media (prefers-color-scheme: dark) { :root { --ground: #0b0f19; --ink: #f3f4f6; --quiet: #9ca3af; --line: #1f2937 } }
  body { margin: 0; font: 16px/1.6 "Source Sans 3", system-ui, sans-serif; background: var(--ground); color: var(--ink) }
  section { position: relative; max-width: 760px; margin: auto; padding: 24px 20px } a { color: inherit }
  h1 { font-size: 26px; line-height: 32px; margin: 16px 0 8px } h2 { font-size: 18px; margin: 28px 0 4px }
  .quiet { color: var(--quiet); font-size: 14px } .links { display: flex; gap: 12px; margin-top: 24px }
  .links a { border: 1px solid var(--line); border-radius: 8px; padding: 4px 12px; text-decoration: none }`;

/** A paper's own page. */
export function paperPage({
  id,
  title,
  abstract,
  authors,
  published,
  submitter,
  upvotes,
  repository,
}: Invented): string {
  const day = new Date(published).toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const people = authors.map((name) => `<span><span class="author"><button>${html(name)}</button></span></span>`);
  const code = repository ? `<a href="${html(repository)}">GitHub</a>` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Paper page - ${html(title)}</title><style>${style}</style></head>
<body><main><div class="SVELTE_HYDRATER contents" data-target="PaperContent"><section>
<div class="quiet"><a href="/papers">Papers</a></div><div class="quiet">arxiv:${id}</div>
<h1>${html(title)}</h1>
<div class="quiet"><div>Published on ${day}</div> <div>· Submitted by <a href="/${submitter}">${submitter}</a> on ${day}</div></div>
<a href="/login?next=%2Fpapers%2F${id}"><div role="checkbox" aria-checked="false" aria-label="Upvote"><input type="checkbox" disabled> Upvote <div>${upvotes}</div></div></a>
<div><span>Authors:</span> ${people.join(', ')}</div>
<div><h2>Abstract</h2> <p>${html(abstract)}</p></div>
<div class="links"><a href="https://arxiv.org/abs/${id}">View arXiv page</a> <a href="https://arxiv.org/pdf/${id}">View PDF</a> ${code}</div>
</section></div></main></body></html>`;
}
