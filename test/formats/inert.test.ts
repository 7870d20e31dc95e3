/** What other programs would run, compute, load or refuse of exported files. */
import { unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { type ExportPaper, formatOf } from '../../src/formats';
import { isFormula } from '../../src/formats/csv/formula';

const now = new Date(Date.UTC(2026, 10, 30));
const paper = (more: Partial<ExportPaper> & { title?: string }): ExportPaper => {
  const { title = 'A title', ...rest } = more;
  const ids = ['doi:10.1000/1'];
  return { ids, facts: { ids, title }, tags: [], status: 'unread', savedAt: 0, changedAt: 0, ...rest } as ExportPaper;
};

function written(id: string, papers: ExportPaper[]): Uint8Array {
  const pieces = [...(formatOf(id as 'csv')?.write?.(papers, { now }) ?? [])];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
}
const text = (id: string, ...papers: ExportPaper[]) => Buffer.from(written(id, papers)).toString();
const notes = (...papers: ExportPaper[]) =>
  Object.entries(unzipSync(written('obsidian', papers))).map(([name, bytes]) => ({
    name,
    text: Buffer.from(bytes).toString(),
  }));

describe('CSV', () => {
  const signs = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', '\ufe66', '\u2212'];
  const before = [
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\ufe0f',
    '\u3164',
    '\u200b \u200b',
  ];
  test.each(signs)('a cell that begins with “%s” is text, whatever invisible stands before it', (sign) => {
    for (const hidden of before) {
      const title = `${hidden}${sign}HYPERLINK("https://evil.example/")`;
      expect(isFormula(title), JSON.stringify(hidden)).toBe(true);
      const cells = text('csv', paper({ note: title, title })).match(/"(?:[^"]|"")*"/g) ?? [];
      for (const cell of cells.filter((each) => each.includes('HYPERLINK('))) expect(cell).toMatch(/^"(?:'|<)/);
    }
  });
  it('leaves titles as they are, and takes the apostrophe off again', async () => {
    for (const title of ['A = B', '1 + 1', '注意 = 全部', '’Tis', '(=)']) expect(isFormula(title)).toBe(false);
    const title = '\uff1d1 is a title';
    const items: unknown[] = [];
    for await (const item of formatOf('csv')?.read?.(text('csv', paper({ title }))) ?? []) items.push(item);
    expect(JSON.stringify(items)).toContain(`"title":"${title}"`);
  });
});

describe('Obsidian’s file names', () => {
  const names = (...titles: string[]) => notes(...titles.map((title) => paper({ title }))).map(({ name }) => name);
  it('have at most 255 bytes', () => {
    for (const title of ['论'.repeat(300), '\u{1f4c4}'.repeat(300), 'é'.repeat(300), 'x'.repeat(300)]) {
      for (const name of names(title, title, title)) expect(Buffer.from(name).length).toBeLessThanOrEqual(255);
    }
  });
  test.each(['CON', 'nul', 'COM1', 'com¹', 'LPT²', 'lpt³', 'CONIN$', 'aux.c', 'COM0', 'prn .x'])(
    'are not “%s”',
    (title) => {
      expect(names(title)[0]).not.toMatch(/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*\./i);
      expect(names(title)[0]).toContain('_');
    },
  );
  it('differ in more than case and Unicode form', () => {
    const titles = [
      'Café',
      'Cafe\u0301',
      'CAFÉ',
      'Straße',
      'STRASSE',
      'Ωmega',
      '\u2126mega',
      'ﬁne',
      'fine',
      'ΣΑΣ',
      'σας',
    ];
    const folded = names(...titles).map((name) => name.normalize('NFKC').toUpperCase().normalize('NFC'));
    expect(new Set(folded).size).toBe(titles.length);
  });
});

describe.each(['markdown', 'obsidian'])('notes in %s', (id) => {
  const exported = (note: string, title = 'A title') =>
    id === 'obsidian' ? (notes(paper({ note, title }))[0]?.text ?? '') : text(id, paper({ note, title }));
  test.each(['dataviewjs', 'dataview', 'js-engine', 'datacorejsx', 'meta-bind-js-view', 'tasks', '{js}', 'DataviewJS'])(
    'a code block of “%s” is plain text',
    (language) => {
      for (const fence of ['```', '~~~', '````', '> ```', '- ```']) {
        const made = exported(`${fence}${language}\ndv.pages()\n${fence}`);
        expect(made).not.toContain(language);
        expect(made).toContain('dv.pages()');
      }
    },
  );
  it('code blocks of programming languages keep theirs', () => {
    expect(exported('```python\nprint(1)\n```')).toContain('```python\n');
  });
  it('code that Dataview computes within a line is shown', () => {
    for (const code of ['`$= dv.pages()`', '`= this.file`', '`` $=dv``', '` $= dv `']) {
      expect(exported(`See ${code}.`)).not.toMatch(/(?<!`)`{1,2}\s*\$?=/);
    }
    expect(exported('`a = b`')).toContain('`a = b`');
  });
  test.each(['<%* app.vault.delete() %>', '<% tp.system.prompt() %>', '```js\n<%* x %>\n```', '\\<% x %>', '<\\% x'])(
    'Templater runs nothing of %j, in the note or the title',
    (note) => {
      expect(exported(note)).not.toContain('<%');
      expect(exported('', note)).not.toContain('<%');
    },
  );
  it('remote pictures are not loaded', () => {
    const pictures = [
      '![](https://evil.example/x.png)',
      '![a [b]](//evil.example/x)',
      '![a][b]\n\n[b]: https://evil.example/',
      '\\\\![](https://evil.example/)',
    ];
    for (const picture of pictures) expect(exported(picture)).not.toMatch(/(?<!\\)(?:\\\\)*!\[/);
    expect(exported('Yes! [A link](https://a.example/)')).toContain('Yes! [A link](https://a.example/)');
    expect(exported('\\![text](https://a.example/)')).toContain(' \\![text]'.trim());
    expect(exported('![[A note of mine]]')).toContain('![[A note of mine]]');
  });
});
