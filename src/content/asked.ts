/** What is asked of this page's script from outside the page. */
import type { OfTab, PageReport } from '../messages';
import type { Site } from '../sites/site';
import { saveFacts } from './actions';
import type { Layer } from './layer';
import type { Listing } from './listing';
import { read } from './reading';

/** The page as it is now; undefined where there is nothing to read. */
const readNow = async (site: Site) => {
  const url = new URL(location.href);
  const kind = site.kind(url, document);
  const reading = kind && (await read(site, url, () => false));
  return kind && reading && { kind, ...reading };
};

/** Answers for a page that a site reads; `show` draws its controls. */
export const answers = (site: Site, listing: Listing, layer: Layer, show: () => void): OfTab => ({
  async read() {
    const now = await readNow(site);
    if (!now) return undefined;
    const { kind, cards, reasons } = now;
    const report: PageReport = {
      site: site.id,
      kind,
      papers: cards.map(({ ids }) => ids),
      unread: reasons,
      isShown: listing.isOn,
    };
    const [only] = kind === 'paper' ? cards : [];
    return only ? { ...report, title: only.title } : report;
  },
  show: async () => show(),
  async savePage() {
    const now = await readNow(site);
    const [card] = now?.kind === 'paper' ? now.cards : [];
    return card !== undefined && (await saveFacts(card.facts(), site, listing, layer, { shown: true })) !== undefined;
  },
});
