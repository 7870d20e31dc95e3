import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from './convert';

const folder = mkdtempSync(path.join(tmpdir(), 'convert-'));
const now = new Date('2026-11-24T12:00:00Z');
const file = (text: string | Uint8Array): string => {
  const name = path.join(folder, `${Math.random()}`);
  writeFileSync(name, text);
  return name;
};
const run = async (...args: string[]) => {
  const { chunks, problems } = await convert(args, now);
  return { text: [...chunks].join(''), problems };
};

describe('convert', () => {
  it('turns one format into another, recognising the first', async () => {
    const ris = file('TY  - CONF\r\nTI  - On & Off\r\nAU  - Lovelace, Ada\r\nT2  - ICML\r\nPY  - 2024\r\nER  - \r\n');
    const { text, problems } = await run('--from', 'auto', '--to', 'bibtex', ris);
    expect(problems).toEqual([]);
    expect(text).toBe(
      '@inproceedings{lovelaceOnOff2024,\n  title = {On \\& Off},\n  author = {Lovelace, Ada},\n  booktitle = {{ICML}},\n  year = {2024}\n}\n',
    );
  });

  it('keeps the citation keys of the file', async () => {
    const bib = file('@article{mine:2024, title = {A}, journal = {B}, year = 2024}');
    expect((await run('--to', 'biblatex', bib)).text).toContain('@article{mine:2024,');
  });

  it.each([
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('@misc{a, title={é}}')])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('@misc{a, title={é}}', 'utf16le')])],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('@misc{a, title={é}}', 'utf16le'))],
    ['Windows-1252', new Uint8Array(Buffer.from('@misc{a, title={é}}', 'latin1'))],
    ['line ends of old Macs', new TextEncoder().encode('% x\r@misc{a,\rtitle={é}}')],
  ])('reads %s', async (_, bytes) => {
    expect((await run('--to', 'csv', file(bytes))).text).toContain('"é"');
  });

  it('writes what it could read, and a line for each problem', async () => {
    const bib = file('@misc{a,\n  title = {One}\n}\n\n@misc{b,\n  title = {Two},\n  note = {cut');
    const { text, problems } = await run('--to', 'bibtex', bib);
    expect(text).toContain('{One}');
    expect(text).toContain('{Two}');
    expect(problems).toEqual(['line 5: cut-off: b']);
  });

  it('says what is wrong with its arguments in one line', async () => {
    const bib = file('');
    await expect(run('--to', 'word', bib)).rejects.toThrow('no format is called word');
    await expect(run('--to', 'nbib', bib)).rejects.toThrow('nbib can be read, not written');
    await expect(run('--to', 'csv', '--from', 'obsidian', bib)).rejects.toThrow('obsidian can be written, not read');
    await expect(run('--to', 'csv')).rejects.toThrow('usage');
    await expect(run('--to', 'csv', '/no/such/file')).rejects.toThrow('ENOENT');
  });

  it('takes papers from any text in which they are named', async () => {
    const text = file(
      'See [Graphs of five](https://arxiv.org/abs/2401.00005v2), doi:10.1000/X.1). and hep-th/9901001.',
    );
    expect((await run('--to', 'ids', text)).text).toBe('arXiv:2401.00005\n10.1000/x.1\narXiv:hep-th/9901001\n');
    expect((await run('--to', 'csl-json', text)).text).toContain('"title":"Graphs of five"');
  });
});
