/** Addresses, one per line, for e-mails and download programs. */
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
