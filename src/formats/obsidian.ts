/** Notes for Obsidian in a zip, one per paper: properties, abstract, note. https://help.obsidian.md/properties */
import { Zip, ZipPassThrough } from 'fflate';
import { displayName } from '../paper/east-asian-names';
import { assignKeys } from './citation-keys';
import { defineFormat, type ExportPaper, type WriteOptions } from './format';
import { markdownLine, markdownNote } from './markdown/text';
import { codeLinks } from './reading-list';
import { addressOf, idOf, oneLine, safeUrl, toParagraphs } from './text';

export const obsidian = defineFormat({
  id: 'obsidian',
  name: 'Obsidian',
  extension: 'zip',
  mime: 'application/zip',
  takes: ['abstracts', 'notes', 'status', 'stars'],
  isKeyed: true,
  *write(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    const names = new FileNames();
    const encoder = new TextEncoder();
    let ready: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      ready.push(chunk);
    });
    for (const [i, paper] of papers.entries()) {
      // Stored, not compressed: compressing would take most of the time and gain little on such small files.
      const file = new ZipPassThrough(names.of(paper));
      file.mtime = options.now;
      zip.add(file);
      file.push(encoder.encode(note(paper, keys[i] ?? '', options)), true);
      yield* ready;
      ready = [];
    }
    zip.end();
    yield* ready;
  },
  preview(papers, options) {
    const keys = options.keys ?? assignKeys(papers, options.keyTemplate, options.takenKeys);
    const names = new FileNames();
    return papers.map((paper, i) => `${names.of(paper)}\n\n${note(paper, keys[i] ?? '', options)}`).join('\n\n');
  },
});

/** One note. */
function note(paper: ExportPaper, key: string, options: WriteOptions): string {
  const { facts } = paper;
  const arxiv = idOf(paper, 'arxiv');
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const text = (value: string | undefined) => value && quoted(value);
  const properties: [name: string, value: string | undefined][] = [
    ['title', quoted(facts.title)],
    ['aliases', list([key])],
    ['authors', list((facts.authors ?? []).map(displayName))],
    ['published', facts.published],
    ['venue', text(facts.venue)],
    ['created', day(paper.savedAt)],
    ['source', text(addressOf(paper))],
    ['pdf', text(safeUrl(facts.links?.pdf))],
    ['code', list(codeLinks(paper))],
    ['arxiv', text(arxiv)],
    ['doi', text(idOf(paper, 'doi'))],
    ['tags', list(paper.tags.map(obsidianTag).filter((tag) => tag !== undefined))],
    ['status', options.status === false ? undefined : paper.status],
    ['starred', options.stars === false || paper.starredAt === undefined ? undefined : 'true'],
  ];
  const lines = properties.flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    return value.startsWith('\n') ? [`${name}:${value}`] : [`${name}: ${value}`];
  });
  const abstract =
    options.abstracts === false ? [] : toParagraphs(facts.abstract ?? '').map((line) => `> ${markdownLine(line)}`);
  const own = options.notes === false ? '' : markdownNote(paper.note ?? '');
  const body = [...(abstract.length > 0 ? [`> [!abstract]-\n${abstract.join('\n>\n')}`] : []), ...(own ? [own] : [])];
  return `---\n${lines.join('\n')}\n---\n\n${body.map((part) => `${part}\n`).join('\n')}`;
}

/**
 * A YAML string in double quotes: JSON's escapes are YAML's. https://yaml.org/spec/1.2.2/#57-escaped-characters
 * Templater runs `<%` even in properties, so it is escaped, too.
 */
const quoted = (text: string): string => JSON.stringify(oneLine(text)).replaceAll('<%', '<\\u0025');

const list = (values: string[]): string | undefined =>
  values.length === 0 ? undefined : `\n${values.map((value) => `  - ${quoted(value)}`).join('\n')}`;

/** A tag as Obsidian allows it: letters, digits, `_ - /`, not all digits. Spaces become `-`. */
function obsidianTag(name: string): string | undefined {
  const tag = oneLine(name)
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/\/+/g, '/')
    .replace(/^[/-]+|\/+$/g, '');
  if (tag === '') return undefined;
  return /[^\d/]/.test(tag) ? tag : `${tag}_`;
}

/** Makes unique file names that are valid on every system and in Obsidian links. */
class FileNames {
  private readonly taken = new Set<string>();

  of(paper: ExportPaper): string {
    const base = fileName(paper.facts.title) || fileName(paper.ids[0] ?? '') || 'paper';
    let name = base;
    for (let n = 2; this.taken.has(sameName(name)); n++) name = `${base} ${n}`;
    this.taken.add(sameName(name));
    return `${name}.md`;
  }
}

/** Equal for names that are one file on some system, which ignores case or the Unicode form. */
const sameName = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');

/** What systems allow is 255 bytes, or UTF-16 units: less a number and the extension. */
const maxNameBytes = 240;
const encoder = new TextEncoder();

/** The beginning of a text, at most so many characters and bytes of UTF-8. */
function cut(text: string, maxCharacters: number, maxBytes: number): string {
  let bytes = 0;
  let short = '';
  for (const char of [...text].slice(0, maxCharacters)) {
    bytes += encoder.encode(char).length;
    if (bytes > maxBytes) break;
    short += char;
  }
  return short;
}

/** Names of devices in Windows, with any extension. Superscript digits count as digits. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

function fileName(text: string): string {
  const name = oneLine(text)
    .replace(/[\\/:*?"<>|#^[\]%]/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  const short = cut(name.normalize('NFC'), 100, maxNameBytes).replace(/[ .]+$/, '');
  return reserved.test(short) ? short.replace(/\s*(?=\.|$)/, '_') : short;
}
