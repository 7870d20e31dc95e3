/** ECVA, papers of ECCV. After what others' tests and readers hold of its pages; no saved page was at hand. */
import { openAccess } from './read/open-access';

export const ecva = openAccess({
  id: 'ecva',
  name: 'ECVA',
  matches: ['https://www.ecva.net/papers*'],
  listing: /^\/papers\.php$/,
  paper(path) {
    const found = /^\/papers\/.*\/html\/([^/]+?)(?:_paper)?\.php$/.exec(path);
    return found ? { id: `ecva:${found[1]}`, venue: 'ECCV', year: /eccv_(\d{4})/i.exec(path)?.[1] } : undefined;
  },
});
