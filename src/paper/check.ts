/**
 * The one check of what comes from outside, be it a page or a file. A paper without a title or an id is refused with a
 * reason; any other fact that is not what it should be is left out, so that one odd field never loses a save. What passes
 * is made of fresh objects and strings, holds no control characters and no address but http and https.
 */
import { dateParts, isoDate } from './dates';
import { arxivId, doi, idScheme, idValue, isId, orderIds } from './identity';
import { type Metrics, metricNames } from './metrics';
import { type EditorialNotice, noticeKinds } from './notice';
import type { Context, Facts, Links, PaperType } from './paper';

/** Upper limits: lengths in UTF-16 units, numbers of members, counts. */
export const caps = {
  title: 1_000,
  name: 200,
  authors: 10_000,
  abstract: 100_000,
  list: 100,
  line: 500,
  comment: 2_000,
  url: 2_000,
  ids: 50,
  count: 1e9,
} as const;

/** Checked facts, or the reason why they were refused. */
export type Checked = { facts: Facts; reason?: never } | { facts?: never; reason: string };

const types = 'preprint article conference book chapter thesis report other'.split(' ') as PaperType[];

/** Checks facts. A title that is too long is cut with "…", a text left out, a list cut. */
export function toFacts(from: unknown): Checked {
  const get = fieldsOf(from);
  if (!get) return { reason: 'not an object' };
  const title = clean(get('title'));
  if (title === undefined) return { reason: 'no title' };
  const ids = toIds(get('ids'));
  if (ids.length === 0) return { reason: 'no id' };
  const authors = list(get('authors'), caps.authors, (name) => line(name, caps.name));
  const named = Array.isArray(get('authors')) ? (get('authors') as unknown[]).length : 0;
  const shown = whole(get('authorCount'), 1, 100_000);
  const facts: Facts = {
    ids,
    title: title.length > caps.title ? `${title.slice(0, caps.title - 1).trimEnd()}…` : title,
    ...present({
      titleIsLinkText: get('titleIsLinkText') === true ? (true as const) : undefined,
      authors,
      authorCount: shown ?? (authors && named > authors.length ? named : undefined),
      abstract: paragraphs(get('abstract')),
      published: date(get('published')),
      issued: date(get('issued')),
      venue: line(get('venue')),
      categories: list(get('categories'), caps.list, (value) => line(value, 50)),
      keywords: list(get('keywords'), caps.list, (value) => line(value, caps.name)),
      links: links(get('links')),
      metrics: metrics(get('metrics')),
      submittedBy: line(get('submittedBy'), caps.name),
      organization: line(get('organization'), caps.name),
      rank: whole(get('rank'), 1, 1_000_000),
      version: whole(get('version'), 1, 999),
      type: types.find((type) => type === get('type')),
      journalRef: line(get('journalRef'), caps.comment),
      comment: line(get('comment'), caps.comment),
      volume: line(get('volume'), caps.name),
      issue: line(get('issue'), caps.name),
      pages: line(get('pages'), caps.name),
      publisher: line(get('publisher')),
      notice: notice(get('notice')),
      language: tag(get('language')),
    }),
  };
  return { facts };
}

/** Checks where papers were seen; undefined if it is refused. */
export function toContext(from: unknown): Context | undefined {
  const get = fieldsOf(from);
  const [site, kind, url] = [get?.('site'), get?.('kind'), address(get?.('url'))];
  if (typeof site !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(site) || url === undefined) return undefined;
  if (kind !== 'listing' && kind !== 'paper') return undefined;
  return { site, url: url.replace(/#.*$/, ''), kind };
}

/** Reads own fields only, so that nothing comes from a prototype. */
function fieldsOf(from: unknown): ((name: string) => unknown) | undefined {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return undefined;
  return (name) => (Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;

/** Control characters except white space, and invisible marks that change the text direction. */
const control = /(?!\s)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

/** Matches text that is clean already, which nearly all is: ASCII words with single spaces. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Cleans a text to one line without control characters; undefined if nothing is left. */
function clean(from: unknown): string | undefined {
  // Far longer than any field: not worth searching.
  if (typeof from !== 'string' || from.length > 10 * caps.abstract) return undefined;
  if (plain.test(from)) return from;
  const text = from
    .replace(control, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function line(from: unknown, maxLength: number = caps.line): string | undefined {
  const text = clean(from);
  return text !== undefined && text.length <= maxLength ? text : undefined;
}

function paragraphs(from: unknown): string | undefined {
  if (typeof from !== 'string' || from.length > 2 * caps.abstract) return undefined;
  const lines = from.split(/[\n\u2028\u2029]+/).flatMap((paragraph) => clean(paragraph) ?? []);
  const text = lines.join('\n');
  return text === '' || text.length > caps.abstract ? undefined : text;
}

function list(from: unknown, maxMembers: number, check: (value: unknown) => string | undefined): string[] | undefined {
  if (!Array.isArray(from)) return undefined;
  const checked = from.slice(0, maxMembers).flatMap((value) => check(value) ?? []);
  return checked.length > 0 ? checked : undefined;
}

function whole(from: unknown, min: number, max: number): number | undefined {
  return typeof from === 'number' && Number.isInteger(from) && from >= min && from <= max ? from : undefined;
}

/** A day, month or year that there is. */
function date(from: unknown): string | undefined {
  if (typeof from !== 'string') return undefined;
  const { year = '', month, day } = dateParts(from) ?? {};
  return /^[012]/.test(year) && isoDate(year, month, day) === from ? from : undefined;
}

/** A language tag of BCP 47, at least of its form. */
const tag = (from: unknown): string | undefined =>
  typeof from === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(from) ? from : undefined;

/** An address that is safe to open: http or https, absolute, without a name and password in it. */
function address(from: unknown): string | undefined {
  if (typeof from !== 'string' || from.length > caps.url || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= caps.url ? url.href : undefined;
}

function links(from: unknown): Links | undefined {
  const get = fieldsOf(from);
  if (!get) return undefined;
  const checked = present({
    page: address(get('page')),
    abs: address(get('abs')),
    pdf: address(get('pdf')),
    openPdf: address(get('openPdf')),
    code: list(get('code'), caps.list, address),
    project: list(get('project'), caps.list, address),
    data: list(get('data'), caps.list, address),
  });
  return Object.keys(checked).length > 0 ? checked : undefined;
}

function notice(from: unknown): EditorialNotice | undefined {
  const get = fieldsOf(from);
  const is = noticeKinds.find((kind) => kind === get?.('is'));
  if (!get || !is) return undefined;
  const at = get('doi');
  const isPartial = is === 'retracted' && get('isPartial') === true ? (true as const) : undefined;
  return { is, ...present({ isPartial, doi: typeof at === 'string' ? doi(at) : undefined, date: date(get('date')) }) };
}

function metrics(from: unknown): Metrics | undefined {
  const get = fieldsOf(from);
  if (!get) return undefined;
  const checked: Metrics = {};
  for (const name of metricNames) {
    const count = whole(get(name), 0, caps.count);
    if (count !== undefined) checked[name] = count;
  }
  return Object.keys(checked).length > 0 ? checked : undefined;
}

/** Ids of the right form, each once, the best first; those of arXiv and DOIs only as `identity.ts` writes them. */
function toIds(from: unknown): string[] {
  const given = Array.isArray(from) ? from.slice(0, caps.ids) : [];
  return orderIds(given.filter((id): id is string => typeof id === 'string' && isId(id) && isCanonical(id)));
}

function isCanonical(id: string): boolean {
  const value = idValue(id);
  const scheme = idScheme(id);
  if (scheme === 'arxiv') return arxivId(value) === value;
  return scheme !== 'doi' || doi(value) === value;
}
