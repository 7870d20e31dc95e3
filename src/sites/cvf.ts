/** CVF open access. Based on saved listings of 2019, listings of 2021 to 2023 in other projects' tests, and other projects' readers of paper pages. */
import { openAccess } from './read/open-access';

export const cvf = openAccess({
  id: 'cvf',
  name: 'CVF Open Access',
  matches: ['https://openaccess.thecvf.com/*'],
  listing: /^\/[A-Z]{3,}\d{4}(?:[._/]|$)/i,
  paper(path) {
    // `/content/CVPR2023/html/…`, `/content_CVPR_2019/html/…`, workshops `/content/CVPR2023W/NAME/html/…`, `/content_CVPRW_2019/html/NAME/…`
    const found = /^\/content[_/]([^/]+)\/(?:[^/]+\/)?html\/(?:[^/]+\/)?([^/]+?)(?:_paper)?\.html$/.exec(path);
    if (!found) return undefined;
    const event = (found[1] as string).replaceAll('_', '').toUpperCase();
    return {
      id: `cvf:${event}/${found[2]}`,
      venue: event.replace(/\d{4}/, '').replace(/W(?:ORKSHOPS)?$/, ' Workshops'),
      year: /\d{4}/.exec(event)?.[0],
    };
  },
});
