/** NoteExpress' format, which Wanfang and CNKI export: lines that begin with a name in braces; read only. */
import { defineFormat } from './format';
import { readTagged } from './record/tagged-format';

export const noteExpress = defineFormat({
  id: 'noteexpress',
  name: 'NoteExpress',
  extension: 'net',
  mime: 'text/plain',
  looksLike: (head) => (/^\{Reference Type\}:/m.test(head) ? 1 : 0),
  read: (text) =>
    readTagged(text, {
      line: /^\{(?<tag>[^{}]{1,60})\}:\s*(?<value>.*)$/,
      first: ['Reference Type'],
      listed: ['Author'],
      paragraphs: ['Abstract', 'Notes'],
      tags: {
        ...{
          Title: 'title',
          'Translated Title': 'title',
          Author: 'authors',
          Journal: 'venue',
          'Secondary Title': 'otherVenue',
        },
        ...{
          Publisher: 'publisher',
          'Academic Organization': 'institution',
          Year: 'year',
          Date: 'date',
          Volume: 'volume',
        },
        ...{
          Issue: 'issue',
          Pages: 'pages',
          Abstract: 'abstract',
          Keywords: 'tags',
          URL: 'url',
          DOI: 'doi',
          Notes: 'note',
        },
        ...{ Language: 'language', 'Reference Type': 'type', 'Database Provider': 'none', 'Translated Author': 'none' },
      },
    }),
});
