/** Ids, DOIs and addresses of papers, in a list or anywhere in a text. Written one id per line. */
import { idValue } from '../paper/identity';
import { mentionsIn } from '../paper/ids-in-text';
import type { Facts } from '../paper/paper';
import { lostRecord } from './entry';
import type { FileItem } from './file-items';
import { defineFormat } from './format';
import { LineCounter } from './line-counter';
import { decodeEntities } from './note-html';
import { addressOf, oneLine } from './text';

export const ids = defineFormat({
  id: 'ids',
  name: 'Ids',
  extension: 'txt',
  mime: 'text/plain',
  *write(papers) {
    for (const paper of papers) {
      const id = paper.ids.find((known) => /^(?:arxiv|doi|pmcid):/.test(known));
      const named = id?.startsWith('arxiv:') ? `arXiv:${idValue(id)}` : id && idValue(id);
      const line = named ?? addressOf(paper);
      if (line) yield `${line}\n`;
    }
  },
  read: readIds,
});

/** Each paper that a text names, once. Its title is the text of its link, if there is one. */
export async function* readIds(text: string): AsyncGenerator<FileItem> {
  const seen = new Set<string>();
  const lines = new LineCounter(text);
  const named = new Set<number>();
  for (const { id, at, version, address } of mentionsIn(text)) {
    const line = lines.at(at);
    named.add(line);
    if (id === undefined) yield lostRecord(line, 'no-paper-address', address);
    else if (!seen.has(id)) {
      seen.add(id);
      const facts: Facts = { ids: [id], title: linkText(text, at) ?? titleOfId(id) };
      if (version !== undefined) facts.version = version;
      yield { entry: { facts, tags: [], line } };
    }
    yield { at };
  }
  yield* unnamedLines(text, named);
  if (seen.size === 0 && text.trim() !== '') yield { problem: { line: 1, reason: 'not-recognised' } };
  else if (hasOtherText(text, seen.size)) yield { problem: { line: 1, reason: 'ids-only' } };
}

/** Of a list, one paper a line, the lines that name none. */
function* unnamedLines(text: string, named: ReadonlySet<number>): Generator<FileItem> {
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, item: line.replace(/(?:^|\s)#.*$/, '').trim() }));
  const items = lines.filter(({ item }) => item !== '');
  const words = items.filter(({ item }) => !/\s/.test(item));
  if (2 * Math.min(words.length, named.size) < items.length) return;
  for (const { line, item } of items) if (!named.has(line)) yield lostRecord(line, 'not-recognised', item);
}

/** Whether most lines of a text hold no id: then it may be a file of another program, of which only ids are read. */
function hasOtherText(text: string, found: number): boolean {
  // In HTML lines are layout; other XML is a file of another program.
  const others = /^\s*<\?xml(?![^>]*>\s*<!DOCTYPE html)/i.test(text) ? /^\s*#/ : /^\s*(?:#|<|[-*] |\d+[.)] )/;
  const lines = text.split('\n', 10_000).filter((line) => line.trim() !== '' && !others.test(line));
  return lines.length > 10 && lines.length > 2 * found;
}

/** The text of the Markdown or HTML link whose address is at an offset: the titles of reading lists. */
function linkText(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 1000), at);
  const markdown = /\[((?:[^[\]\\\n]|\\.)+)\]\(<?$/.exec(before)?.[1]?.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const anchor = /<a [^<>]*href="?$/i.test(before)
    ? /^[^<>]*>([^<>]+)<\/a>/i.exec(text.slice(at, at + 3000))?.[1]
    : undefined;
  const title = oneLine(markdown ?? decodeEntities(anchor ?? ''));
  // A single word such as "PDF" or "link" is no title.
  return title.includes(' ') && !/^https?:/.test(title) ? title : undefined;
}

/** Placeholder for an unknown title: the id as people write it. Any other title replaces it. */
export const titleOfId = (id: string): string => (id.startsWith('arxiv:') ? `arXiv:${idValue(id)}` : id);
