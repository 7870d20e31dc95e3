/**
 * Citation keys from a template. `[name]` or `[name:modifier:…]` stands for a part of the paper, everything else for
 * itself. Names: `auth` (first author's family name), `auths` (the first three), `year`, `yy`, `month`, `title` (words of
 * the title as they stand), `shorttitle` (the same, each with a capital), `venue`, `id` (value of the best id). Modifiers:
 * a number (how many words or authors), `lower`, `upper`, `abbr` (first letters only).
 */

import { citedDate, dateParts } from '../paper/dates';
import { idValue } from '../paper/identity';
import { ascii } from './ascii';
import type { ExportPaper } from './format';
import { familyOf, parseName } from './names';
import { latinSurname } from './surnames';

/** The templates offered, by the program that uses them. Each assigned key stores its template: never change one. */
export const keyTemplates = {
  /** `liLearningDeepGenerative2018` */
  'better-bibtex': '[auth:lower][shorttitle:3][year]',
  /** `lovelace_scaling_2024` */
  zotero: '[auth:lower]_[title:1:lower]_[year]',
  /** `dona2024diameter` */
  arxiv: '[auth:lower][year][title:1:lower]',
} as const;

export const defaultKeyTemplate = keyTemplates['better-bibtex'];

/** Words left out of keys. After Better BibTeX's `skipWords`. */
const skipped = new Set(
  `a ab about above across after against al along amid among an and as at before behind below beneath beside besides between
  beyond but by da das de del dell dello dei degli della delle dem den der des despite die do down du during ein eine einem
  einen einer eines el en et except for from gli il in inside into is la las le les lo los near nor of off on onto or over
  past per plus so some sur than the through to toward towards un una under underneath une until up upon versus via von while
  with within without yet zu zum`.split(/\s+/),
);

/** The parts of a paper that citation keys are made of. */
export type KeyedPaper = Pick<ExportPaper, 'ids' | 'facts' | 'citationKeys'>;

type Part = (paper: KeyedPaper, count: number | undefined) => string[];

const authors = (paper: KeyedPaper, count: number): string[] =>
  (paper.facts.authors ?? [])
    .slice(0, count)
    .map((author) => letters(familyWithoutParticle(author)) || (latinSurname(author) ?? ''));

function familyWithoutParticle(author: string): string {
  const name = parseName(author);
  return name.literal !== undefined ? familyOf(name) : name.family;
}

const letters = (text: string): string => ascii(text).replace(/[^A-Za-z0-9]/g, '');

/** Significant words of a title, without TeX commands and maths; all words if none is significant. */
function titleWords(title: string): string[] {
  const words = ascii(title.replace(/\\[A-Za-z]+/g, ' '))
    .replace(/['’-]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const counting = words.filter((word) => !skipped.has(word.toLowerCase()));
  return counting.length > 0 ? counting : words;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const parts: Record<string, Part> = {
  auth: (paper) => authors(paper, 1),
  auths: (paper, count = 3) => authors(paper, count),
  year: (paper) => [dateParts(citedDate(paper.facts))?.year ?? ''],
  yy: (paper) => [(dateParts(citedDate(paper.facts))?.year ?? '').slice(-2)],
  month: (paper) => [citedDate(paper.facts)?.slice(5, 7) ?? ''],
  title: (paper, count = 1) => titleWords(paper.facts.title).slice(0, count),
  shorttitle: (paper, count = 3) => titleWords(paper.facts.title).slice(0, count).map(capitalised),
  venue: (paper, count = 1) => (paper.facts.venue ?? '').split(/\s+/).slice(0, count).map(letters),
  id: (paper) => [letters(idValue(paper.ids[0] ?? ''))],
};

/** The first part of a template that is not valid; undefined if the template is valid. */
export function templateProblem(template: string): string | undefined {
  for (const [whole, inside = ''] of template.matchAll(/\[([^\]]*)\]/g)) {
    const [name = '', ...modifiers] = inside.split(':');
    if (!Object.hasOwn(parts, name)) return whole;
    if (modifiers.some((modifier) => !/^(?:[1-9]\d?|lower|upper|abbr)$/.test(modifier))) return whole;
  }
  const rest = template.replace(/\[[^\]]*\]/g, '');
  if (/[[\]]/.test(rest)) return '[';
  const foreign = /[^A-Za-z0-9_.:+/-]/.exec(rest);
  if (foreign) return foreign[0];
  return template.includes('[') ? undefined : template;
}

/** The key a template gives a paper, not yet unique. Only letters, digits and `_ - . : + /`; never empty. */
export const keyFrom = (template: string, paper: KeyedPaper): string => maker(template)(paper);

/** `keyFrom` for many papers: parses the template once. */
function maker(template: string): (paper: KeyedPaper) => string {
  const fills = template.split(/\[([^\]]*)\]/).map((piece, i) => (i % 2 === 0 ? () => piece : filler(piece)));
  return (paper) => {
    const filled = fills.map((fill) => fill(paper)).join('');
    const key = filled
      .replace(/[^A-Za-z0-9_.:+/-]/g, '')
      .replace(/([_.:+/-])[_.:+/-]+/g, '$1')
      .replace(/^[_.:+/-]+|[_.:+/-]+$/g, '');
    // Without any Latin letter in name and title only the year is left: the id tells the papers apart.
    return /[A-Za-z]/.test(key) ? key : `${key}${key && '-'}${letters(paper.ids[0] ?? '') || 'paper'}`;
  };
}

/** A function that gives the text for one `[…]` of a template. */
function filler(inside: string): (paper: KeyedPaper) => string {
  const [name = '', ...modifiers] = inside.split(':');
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) return () => '';
  const digits = modifiers.find((modifier) => /^\d+$/.test(modifier));
  const count = digits === undefined ? undefined : Number(digits);
  const [isShort, isLower, isUpper] = ['abbr', 'lower', 'upper'].map((modifier) => modifiers.includes(modifier));
  return (paper) => {
    const words = part(paper, count);
    const text = (isShort ? words.map((word) => word.slice(0, 1)) : words).join('');
    return isLower ? text.toLowerCase() : isUpper ? text.toUpperCase() : text;
  };
}

/**
 * One unique key per paper, in order. A key assigned earlier under this template stays with its paper; so does the key of
 * an imported file. New keys that clash get a suffix: `-1` if the template has `_` (as Zotero does), otherwise `a`, `b`.
 * Keys that differ only in case count as equal, as in BibTeX.
 */
export function assignKeys(
  papers: readonly KeyedPaper[],
  template: string = defaultKeyTemplate,
  taken: Iterable<string> = [],
): string[] {
  const steps = keysInSteps(papers, template, taken);
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

/** `assignKeys` in steps of one paper, so that a page can stay responsive. Returns the keys. */
export function* keysInSteps(
  papers: readonly KeyedPaper[],
  template: string = defaultKeyTemplate,
  taken: Iterable<string> = [],
): Generator<void, string[]> {
  const used = new Set([...taken].map((key) => key.toLowerCase()));
  const free = (key: string): boolean => key !== '' && !used.has(key.toLowerCase());
  const take = (key: string): string => {
    used.add(key.toLowerCase());
    return key;
  };
  const known: (string | undefined)[] = [];
  for (const paper of papers) {
    const kept = keptKey(paper, template);
    known.push(kept !== undefined && free(kept) ? take(kept) : undefined);
    yield;
  }
  const next = new Map<string, number>();
  const make = maker(template);
  const keys: string[] = [];
  for (const [i, paper] of papers.entries()) {
    keys.push(known[i] ?? fresh(keptKey(paper, template) ?? make(paper)));
    yield;
  }
  return keys;

  function fresh(base: string): string {
    if (free(base)) return take(base);
    for (let n = next.get(base.toLowerCase()) ?? 1; ; n++) {
      const key = base + (template.includes('_') ? `-${n}` : alphabetic(n));
      if (!free(key)) continue;
      next.set(base.toLowerCase(), n + 1);
      return take(key);
    }
  }
}

/** The key assigned earlier, if it is valid in BibTeX. */
function keptKey(paper: KeyedPaper, template: string): string | undefined {
  const known = paper.citationKeys ?? {};
  const kept = Object.hasOwn(known, template) ? known[template] : Object.hasOwn(known, 'file') ? known.file : undefined;
  return kept !== undefined && /^[\p{L}\p{N}_.:+/-]{1,200}$/u.test(kept) ? kept : undefined;
}

/** 1 is a, 26 z, 27 aa. */
function alphabetic(n: number): string {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}
