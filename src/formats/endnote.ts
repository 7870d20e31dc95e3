/** EndNote's tagged format (Refer): lines that begin with %. Also of Google Scholar and CNKI; read only. https://en.wikipedia.org/wiki/Refer_(software) */
import { defineFormat } from './format';
import { readTagged } from './record/tagged-format';

export const endnote = defineFormat({
  id: 'enw',
  name: 'EndNote',
  extension: 'enw',
  mime: 'application/x-endnote-refer',
  looksLike: (head) => (/^%0 \S/m.test(head) && /^%[AT] \S/m.test(head) ? 0.95 : 0),
  read: (text) =>
    readTagged(text, {
      line: /^%(?<tag>[0-9A-Z@!+~>*$&^(]) ?(?<value>.*)$/,
      first: ['0'],
      listed: ['A', 'K', 'U'],
      paragraphs: ['X', 'Z'],
      tags: {
        ...{
          T: 'title',
          A: 'authors',
          J: 'venue',
          B: 'venue',
          I: 'publisher',
          D: 'year',
          '8': 'date',
          V: 'volume',
          N: 'issue',
        },
        ...{
          P: 'pages',
          X: 'abstract',
          K: 'tags',
          U: 'url',
          R: 'doi',
          G: 'language',
          Z: 'note',
          '0': 'type',
          '>': 'pdf',
        },
        ...{ F: 'citationKey', '9': 'none', '!': 'none', '~': 'none', W: 'none' },
      },
    }),
});
