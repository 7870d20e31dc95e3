/** The words that users read: plain, and one word for one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Forbidden {
  words: RegExp;
  instead: string;
}

const english: readonly Forbidden[] = [
  { words: /\bthr(?:ow|ew|own)\b.*\baway\b|\bfor good\b/i, instead: 'say “delete permanently”' },
  { words: /\bput back\b|\btakes? back\b|\btaken back\b/i, instead: 'say “restore” or “undo”' },
  { words: /\b(?:by (?:itself|themselves)|see to it)\b/i, instead: 'say “automatically” or “on its own”' },
  { words: /\bdivided by\b/i, instead: 'say “group by”' },
  { words: /\btab behind\b/i, instead: 'say “background tab”' },
  { words: /\b(?:took|takes?|taken)\b.*\boff\b/i, instead: 'say “removed … from …” or “unstarred”' },
  { words: /\b(?:this|the|a|saved) filters?\b/i, instead: 'say “saved search” for what is stored under a name' },
  { words: /\bswitch(?:ed|es)? (?:it )?o(?:n|ff)\b/i, instead: 'say “turn on” or “turn off”' },
  { words: /\bcorrect(?:ed|ions?)?\b/i, instead: 'say “edit”' },
  { words: /\bcomplete(?:d|s)? from\b/i, instead: 'say “fetch from arXiv”' },
  {
    words: /\bnot named here\b|\bpages seen\b|\bmay follow\b|\bas the system\b|\bstands?\b/i,
    instead: 'say it directly',
  },
  {
    words: /\b(?:cannot|do not|does not|did not respond|is not supported)\b/,
    instead: 'use the short form: can’t, don’t',
  },
  { words: /'/, instead: 'use the typographic apostrophe ’' },
  { words: /\brecords?\b/i, instead: 'say “paper”' },
];

const chinese: readonly Forbidden[] = [
  { words: /^(?!.*Zotero).*(?<!文献)文库/, instead: '用“文献库”' },
  { words: /工具条/, instead: '用“工具栏”' },
  { words: /彻底删除|扔掉/, instead: '用“永久删除”' },
  { words: /打标签|(?<![添附])加标签/, instead: '用“添加标签”' },
  { words: /(?<!已)保存的搜索/, instead: '用“已保存的搜索”' },
  { words: /补全/, instead: '用“从 arXiv 获取”' },
  { words: /你自己|由我自己/, instead: '直接说' },
];

/** Words that keep their capitals: proper names, keys, labels that are quoted. */
const names = new Set([
  ...['Alt', 'Enter', 'Delete', 'Shift', 'V', 'I’ve', 'MB', 'OR', 'PDF', 'DOI', 'DOIs', 'TeX', 'LaTeX', 'BibTeX'],
  ...[
    'Offprint',
    'Zotero',
    'Zotero’s',
    'Hugging',
    'Face',
    'Papers',
    'Markdown',
    'Downloads',
    'Options',
    'Save',
    'PubMed',
    'Semantic',
    'Scholar',
    'Crossref',
    'ACL',
    'SciRate',
  ],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
]);

const messagesOf = (language: string): [string, string][] =>
  Object.entries(
    JSON.parse(read(`src/public/_locales/${language}/messages.json`)) as Record<string, { message: string }>,
  ).map(([key, { message }]): [string, string] => [key, message]);

const found = (texts: readonly [string, string][], list: readonly Forbidden[]): string[] =>
  texts.flatMap(([place, text]) =>
    list.flatMap(({ words, instead }) => {
      const word = words.exec(text)?.[0];
      return word === undefined ? [] : `${place}: “${word}” in “${text}”: ${instead}`;
    }),
  );

describe('messages', () => {
  test('in English hold no words that were replaced', () => expect(found(messagesOf('en'), english)).toEqual([]));
  test('in Chinese hold no words that were replaced', () => expect(found(messagesOf('zh_CN'), chinese)).toEqual([]));

  test('hold no two dollar signs around a word: Chromium takes that for a placeholder, and does not load the extension', () => {
    const all = [...messagesOf('en'), ...messagesOf('zh_CN')];
    expect(all.filter(([, text]) => /\$[\w@]+\$/.test(text))).toEqual([]);
  });

  test('in English are in sentence case', () => {
    const capitals = messagesOf('en').flatMap(([key, text]) =>
      text
        .split(/(?<=[.?!:·]) |[“(]/)
        .flatMap((sentence) => (sentence.match(/[\p{L}’]+/gu) ?? []).slice(1))
        .filter((word) => /^[A-Z]/.test(word) && !names.has(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(capitals, 'should begin with a small letter, or be added to `names` in test/house/words.test.ts').toEqual(
      [],
    );
  });
});

test('texts for the stores hold no words that were replaced', () => {
  const lines = (language: RegExp): [string, string][] =>
    readdirSync(join(root, 'src/store'))
      .filter((file) => language.test(file))
      .flatMap((file) =>
        read(`src/store/${file}`)
          .split('\n')
          .map((line, i): [string, string] => [`${file}:${i + 1}`, line]),
      );
  const general = english.filter(({ words }) => !words.test("'") && !words.test('cannot'));
  expect(found(lines(/^(?!.*zh_CN)/), general)).toEqual([]);
  expect(found(lines(/zh_CN/), chinese)).toEqual([]);
});
