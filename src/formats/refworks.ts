/** RefWorks' tagged format, which CNKI exports; read only. http://www.refworks.com/refworks/help/RefWorks_Tagged_Format.htm */
import { defineFormat } from './format';
import { readTagged } from './record/tagged-format';

export const refworks = defineFormat({
  id: 'refworks',
  name: 'RefWorks',
  extension: 'txt',
  mime: 'text/plain',
  looksLike: (head) => (/^RT \S/m.test(head) && /^(?:T1|A1) \S/m.test(head) ? 0.95 : 0),
  read: (text) =>
    readTagged(text, {
      line: /^(?<tag>[A-Z][A-Z0-9])(?: (?<value>.*))?$/,
      first: ['RT'],
      paragraphs: ['AB', 'NO'],
      tags: {
        ...{
          T1: 'title',
          A1: 'authors',
          JF: 'venue',
          T2: 'otherVenue',
          PB: 'publisher',
          YR: 'year',
          FD: 'date',
          VO: 'volume',
        },
        ...{
          IS: 'issue',
          SP: 'firstPage',
          OP: 'lastPage',
          AB: 'abstract',
          K1: 'tags',
          LK: 'url',
          UL: 'url',
          DO: 'doi',
        },
        ...{ LA: 'language', NO: 'note', RT: 'type', SR: 'none', ID: 'none', DS: 'none' },
      },
    }),
});
