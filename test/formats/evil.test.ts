import { BibLatexParser } from 'biblatex-csl-converter';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type FormatId, formatOf, readFile, writeText } from '../../src/formats';
import type { FileEntry, FileProblem } from '../../src/formats/file-items';
import { evilPapers } from './support/evil';
import { now } from './support/papers';
import { strictBibtex } from './support/strict-bibtex';

const papers = evilPapers();
const write = (id: FormatId) => writeText(id, papers, { now });

async function read(text: string, id?: FormatId) {
  const entries: FileEntry[] = [];
  const problems: FileProblem[] = [];
  for await (const item of readFile(new TextEncoder().encode(text), id)?.items ?? []) {
    if ('entry' in item) entries.push(item.entry);
    if ('problem' in item) problems.push(item.problem);
  }
  return { entries, problems };
}

describe('three hundred papers with every special character in every field', () => {
  it.each(['bibtex', 'biblatex'] as const)('are %s for two strict parsers', { timeout: 180_000 }, (id) => {
    for (const accents of [id === 'bibtex' ? 'latex' : 'utf8'] as const) {
      const text = writeText(id, papers, { now, accents });
      const { entries, complaints } = strictBibtex(text);
      expect(complaints.filter((complaint) => !complaint.startsWith('unhandled macro'))).toEqual([]);
      expect(entries).toHaveLength(papers.length);
      const allowed =
        /^(?:title|author|publisher|journal|journaltitle|booktitle|series|school|institution|howpublished|type|year|month|day|date|volume|number|pages|eprint|archiveprefix|eprinttype|primaryclass|eprintclass|doi|url|abstract|keywords|annote|annotation)$/;
      for (const { fields } of entries) for (const name of Object.keys(fields)) expect(name).toMatch(allowed);
      const second = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
      expect(second.errors).toEqual([]);
      expect(Object.keys(second.entries)).toHaveLength(papers.length);
      expect(text).not.toMatch(/\\(?:input|end|write|def|csname)\b/);
    }
  });

  it.each(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'json'] as const)(
    'come back from %s, each once',
    async (id) => {
      const { entries, problems } = await read(write(id), id === 'biblatex' ? id : undefined);
      expect(problems).toEqual([]);
      expect(entries).toHaveLength(papers.length);
      for (const [i, { facts }] of entries.entries()) expect(facts.ids[0]).toBe(papers[i]?.ids[0]);
    },
  );

  it('are CSL JSON without a name that reaches a prototype', () => {
    expect(JSON.parse(write('csl-json'))).toHaveLength(papers.length);
  });

  it('are RIS of one value a line', () => {
    const lines = write('ris').split('\r\n').filter(Boolean);
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n\0]*$/);
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(papers.length);
  });

  it('are CSV no cell of which a spreadsheet computes', () => {
    const cells = [...write('csv').matchAll(/(?:^|,|\r\n|\ufeff)"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
    expect(cells).toHaveLength(87 * (papers.length + 1));
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r|%]/);
  });

  it('are HTML with nothing that runs or loads', { timeout: 120_000 }, () => {
    const { window } = new JSDOM(write('html'), { runScripts: 'outside-only' });
    const { document } = window;
    expect(document.querySelectorAll('script, img, iframe, object, embed, link, base, form, svg, math')).toHaveLength(
      0,
    );
    expect(document.querySelectorAll('article').length).toBeGreaterThanOrEqual(papers.length);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(/^(?:href|class|dir|lang|id|aria-label|charset|name|content|http-equiv)$/);
        if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|#[ps]\d+$)/);
        if (name === 'id') expect(value).toMatch(/^[ps]\d+$/);
      }
    }
    window.close();
  });

  it('are Markdown without markup of theirs', () => {
    const text = write('markdown');
    expect(text).not.toMatch(/(?<!\\)<[a-z/!]/i);
    for (const [, address] of text.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
      expect(address).toMatch(/^(?:https?:\/\/|javascript%3A)/i);
  });

  it('are notes in a zip, none outside it, with properties that YAML reads as text', () => {
    const chunks = [...(formatOf('obsidian')?.write?.(papers, { now }) ?? [])] as Uint8Array[];
    const zip = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
    let at = 0;
    for (const chunk of chunks) {
      zip.set(chunk, at);
      at += chunk.length;
    }
    const files = Object.entries(unzipSync(zip));
    expect(files).toHaveLength(papers.length);
    for (const [name, bytes] of files) {
      expect(name).toMatch(/^(?!\.)[^\\/:*?"<>|#^[\]\0]+\.md$/);
      const lines = new TextDecoder().decode(bytes).split('\n');
      const end = lines.indexOf('---', 1);
      expect(lines[0]).toBe('---');
      for (const line of lines.slice(1, end)) {
        expect(line).toMatch(/^(?:[a-z]+:(?: (?:"(?:[^"\\]|\\.)*"|[\d-]+|[a-z]+))?| {2}- "(?:[^"\\]|\\.)*")$/);
      }
      const tags = lines.slice(lines.indexOf('tags:') + 1, end).filter((line) => line.startsWith('  - '));
      for (const tag of tags) expect(tag).toMatch(/^ {2}- "[\p{L}\p{M}\p{N}_/-]+"$/u);
    }
  });
});
