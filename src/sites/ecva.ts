/** ECVA, papers of ECCV. After what others' tests and readers hold of its pages; no saved page was at hand. */
import { ecvaPaper } from '../paper/site-urls';
import { openAccess } from './read/open-access';

export const ecva = openAccess({
  id: 'ecva',
  name: 'ECVA',
  matches: ['https://www.ecva.net/papers*'],
  listing: /^\/papers\.php$/,
  paper(path) {
    const found = ecvaPaper(path);
    return found && { ...found, venue: 'ECCV' };
  },
});
