/** Plain addresses, one a line, for a mail or a program that fetches. */
import { defineFormat } from './format';
import { readIds } from './ids';
import { addressOf } from './text';

export const links = defineFormat({
  id: 'links',
  name: 'Links',
  extension: 'txt',
  mime: 'text/plain',
  *write(papers) {
    for (const paper of papers) {
      const address = addressOf(paper);
      if (address) yield `${address}\n`;
    }
  },
  read: readIds,
});
