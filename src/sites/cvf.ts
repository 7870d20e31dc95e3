/** CVF open access. Based on saved listings of 2019, listings of 2021 to 2023 in other projects' tests, and other projects' readers of paper pages. */
import { cvfPaper } from '../paper/site-urls';
import { openAccess } from './read/open-access';

export const cvf = openAccess({
  id: 'cvf',
  name: 'CVF Open Access',
  matches: ['https://openaccess.thecvf.com/*'],
  listing: /^\/[A-Z]{3,}\d{4}(?:[._/]|$)/i,
  paper(path) {
    const found = cvfPaper(path);
    return found && { ...found, venue: found.event.replace(/\d{4}/, '').replace(/W(?:ORKSHOPS)?$/, ' Workshops') };
  },
});
