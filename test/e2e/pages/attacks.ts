/** Listings that attack what reads and marks them. Each still shows papers, unless it says otherwise. */
import { cards, listingPage } from './listing';
import { type Invented, invented } from './papers';

export interface Attack {
  name: string;
  html: string;
  /** How many controls there must be at least; 0 where the page may have its way. */
  controls: number;
  /** Answered with it; HTML where nothing is said. */
  headers?: Record<string, string>;
}

/** The largest pages take minutes by themselves. */
const isLong = process.env.LONG !== undefined;
const shown = invented.slice(0, 6);
const plain = listingPage('daily', shown);
const script = (code: string): string => `<script>${code}</script>`;
/** The plain listing with something before everything of it. */
const first = (html: string): string => plain.replace('<head>', `<head>${html}`);
/** The plain listing with something after its cards. */
const last = (html: string): string => plain.replace('</main>', `</main>${html}`);
const like = (change: (paper: Invented, n: number) => Partial<Invented>): string =>
  listingPage(
    'daily',
    shown.map((paper, n) => ({ ...paper, ...change(paper, n) })),
  );

const bombs = [
  '<img src=x onerror="pwned=1">',
  '<script>pwned=1</script>',
  '<svg onload="pwned=1">',
  '"\'><iframe src="javascript:parent.pwned=1">',
];
const bomb = (n: number): string => bombs[n % bombs.length] ?? '';
const unseen = '\u202e\u2066\u200b\u200d\ufeff\u0000\u0007\ud800';
const clobbering = [
  ...[
    'querySelector',
    'querySelectorAll',
    'createElement',
    'documentElement',
    'body',
    'head',
    'defaultView',
    'location',
  ],
  ...[
    'readyState',
    'contentType',
    'cookie',
    'evaluate',
    'addEventListener',
    'getElementById',
    'title',
    'URL',
    'baseURI',
  ],
];
const inputs = [
  'children',
  'querySelector',
  'querySelectorAll',
  'getAttribute',
  'textContent',
  'matches',
  'append',
  'attributes',
];

const hydrated = (json: string): string =>
  plain.replace(/data-props="[^"]*"/, `data-props="${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);

export const attacks: Attack[] = [
  {
    name: 'markup in titles, authors, abstracts and organisations',
    html: like((_, n) => ({
      title: `Study ${n} ${bomb(n)}`,
      authors: [`Ann ${bomb(n)}`, bomb(n + 1)],
      abstract: bomb(n + 2),
      organization: { handle: 'x', name: bomb(n) },
    })),
    controls: 6,
  },
  {
    name: 'addresses that are scripts or data',
    html: like((_, n) => ({
      repository:
        ['javascript:pwned=1', 'data:text/html,<script>pwned=1</script>', 'blob:https://huggingface.co/x'][n % 3] ?? '',
    })),
    controls: 6,
  },
  {
    name: 'characters that turn, hide or break text',
    html: like((paper) => ({ title: `${unseen}${paper.title}${unseen}`, authors: [unseen, `${unseen}Ann`] })),
    controls: 6,
  },
  {
    name: 'a title of very many letters',
    html: like((paper, n) => (n ? {} : { title: `${paper.title} ${'word '.repeat(isLong ? 2e6 : 1e5)}` })),
    controls: 5,
  },
  {
    name: 'hydration data that reaches for prototypes and has everything of another kind',
    html: hydrated(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"dailyPapers":[null,7,[],{"paper":null},{"paper":{"id":{},"title":7,"authors":{"length":1e9},"summary":[]}},{"paper":{"id":"__proto__","authors":[{"name":{}}]}}]}',
    ),
    controls: 6,
  },
  {
    name: 'hydration data a hundred thousand levels deep',
    html: hydrated(`{"dailyPapers":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
    controls: 6,
  },
  {
    name: 'elements that take the names of a document’s own properties',
    html: last(clobbering.map((name) => `<form name="${name}"></form><img name="${name}" alt="">`).join('')),
    controls: 0,
  },
  {
    name: 'forms around cards whose fields take the names of an element’s own properties',
    html: plain
      .replaceAll('<article', `<form>${inputs.map((name) => `<input type="hidden" name="${name}">`).join('')}<article`)
      .replaceAll('</article>', '</article></form>'),
    controls: 0,
  },
  {
    name: 'clicks and keys made by the page',
    html: first(
      script(`addEventListener('click', (event) => event.preventDefault(), true);
      setInterval(() => {
      for (const host of document.querySelectorAll('[data-offprint]')) {
        const { x, y, right } = host.getBoundingClientRect();
        host.click();
        for (const target of [host, document.elementFromPoint(right - 20, y + 11), document.activeElement, window])
          for (const make of [() => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, clientX: right - 20, clientY: y + 11 }),
            () => new PointerEvent('pointerdown', { bubbles: true, composed: true }), () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
            () => new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true })]) target?.dispatchEvent(make());
        host.focus();
      }
    }, 100)`),
    ),
    controls: 6,
  },
  {
    name: 'a page that takes every control out again',
    html: first(
      script(
        `new MutationObserver(() => document.querySelectorAll('[data-offprint]').forEach((host) => host.remove())).observe(document, { childList: true, subtree: true })`,
      ),
    ),
    controls: 0,
  },
  {
    name: 'a page that moves, copies and restyles controls',
    html: first(
      script(`setInterval(() => document.querySelectorAll('[data-offprint=card]').forEach((host, n) => {
      if (document.querySelectorAll('[data-offprint]').length < 60) document.body.append(n % 2 ? host : host.cloneNode(true));
      host.style.cssText = 'display:none!important;transform:scale(9)!important;position:static!important';
      host.className = 'x'; host.hidden = true; host.inert = true;
    }), 50)`),
    ),
    controls: 0,
  },
  {
    name: 'prototypes that the page rewrote',
    html: first(
      script(`globalThis.roots = [];
      const real = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { const root = real.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
      for (const [of, name] of [[Array.prototype, 'map'], [Array.prototype, 'flatMap'], [String.prototype, 'includes'], [String.prototype, 'replace'], [Element.prototype, 'append'], [Element.prototype, 'querySelectorAll'], [EventTarget.prototype, 'addEventListener'], [JSON, 'parse'], [Object, 'entries']])
        of[name] = () => { throw new Error('rewritten'); };
      globalThis.MutationObserver = globalThis.IntersectionObserver = class { constructor() { throw new Error('rewritten'); } };
      Object.defineProperty(Object.prototype, 'offprint', { get() { globalThis.pwned = 1; } });`),
    ),
    controls: 6,
  },
  {
    name: 'elements with our names, defined by the page',
    html: first(
      script(`globalThis.roots = [];
      for (const name of ['offprint-card', 'offprint-layer', 'offprint-bar']) customElements.define(name, class extends HTMLElement { constructor() { super(); roots.push(this.attachInternals()); } });`),
    ),
    controls: 6,
  },
  {
    name: 'a policy that allows nothing, and trusted types',
    html: plain,
    controls: 6,
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  { name: 'a sandbox', html: plain, controls: 0, headers: { 'content-security-policy': 'sandbox' } },
  { name: 'quirks mode', html: plain.replace('<!doctype html>', ''), controls: 6 },
  {
    name: 'XHTML',
    html: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><article><h3><a href="/papers/2609.10000">One study</a></h3></article></body></html>`,
    controls: 1,
    headers: { 'content-type': 'application/xhtml+xml' },
  },
  {
    name: 'XML',
    html: '<feed><article><h3><a href="/papers/2609.10000">One study</a></h3></article></feed>',
    controls: 0,
    headers: { 'content-type': 'text/xml' },
  },
  {
    name: 'very many cards',
    html: plain.replace(
      '</article></div>',
      `</article>${cards('daily', shown.slice(0, 1)).repeat(isLong ? 1e5 : 2000)}</div>`,
    ),
    controls: 6,
  },
  {
    name: 'cards that change at every frame',
    html: first(
      script(
        `addEventListener('load', () => { const list = document.querySelector('.grid'); (function turn() { list.append(list.firstElementChild); requestAnimationFrame(turn); })(); })`,
      ),
    ),
    controls: 0,
  },
];
