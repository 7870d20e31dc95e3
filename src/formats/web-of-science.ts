/** Web of Science's plain text, also as .ciw and .isi, and the Zoological Record's; read only. https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html */
import { webOfScienceTags } from './csv/columns';
import { defineFormat } from './format';
import { readTagged } from './record/tagged-format';

export const webOfScience = defineFormat({
  id: 'wos',
  name: 'Web of Science',
  extension: 'txt',
  mime: 'text/plain',
  looksLike: (head) =>
    /^\s*FN (?:Clarivate|Thomson|ISI)/.test(head) || (/^PT [JBSP]$/m.test(head) && /^(?:AU|AF|TI) \S/m.test(head))
      ? 1
      : 0,
  read: (text) =>
    readTagged(text, {
      line: /^(?<tag>[A-Z][A-Z0-9])(?: (?<value>.*))?$/,
      first: ['PT'],
      last: 'ER',
      outside: ['FN', 'VR', 'EF'],
      listed: ['AU', 'AF', 'CA', 'GP', 'CR'],
      continues: (line) => line.startsWith('  '),
      tags: { ...webOfScienceTags, PS: 'pages', PG: 'none' },
    }),
});
