/**
 * Answers what is asked of a page's script from outside the page (`OfTab`): built as `content/tab-requests.js`, which the
 * background injects before it asks, so that pages at load do not carry it.
 */
import type { OfTab, PageReport } from '../../messages/contract';
import { receive, send } from '../../messages/transport';
import { joinPage, type PageScript } from '../core/page-script';
import { readListing } from '../core/reading';

/** The page as it is now; undefined where there is nothing to read. */
async function readNow({ site }: PageScript) {
  const url = new URL(location.href);
  const kind = site.kind(url, document);
  const reading = kind && (await readListing(site, url, () => false));
  return reading && { kind, ...reading };
}

const answers = (page: PageScript): OfTab => ({
  async read() {
    const now = await readNow(page);
    if (!now) return undefined;
    const { kind, cards } = now;
    const unparsed: PageReport['unparsed'] = {};
    for (const { why } of now.unparsed) unparsed[why] = (unparsed[why] ?? 0) + 1;
    const papers = cards.map(({ ids }) => ids);
    const report = { site: page.site.id, kind, papers, unparsed, isShown: page.listing.isOn };
    const [only] = kind === 'paper' ? cards : [];
    if (!only) return report;
    const { authors } = only.facts();
    return { ...report, title: only.title, ...(authors && { authors: [...authors] }) };
  },
  async show() {
    page.show();
    return true;
  },
  async facts(keys) {
    return page.listing.about(keys).map(({ card }) => card.facts());
  },
  async savePage() {
    const now = await readNow(page);
    const [card] = now?.kind === 'paper' ? now.cards : [];
    return (card && (await page.save(card.facts(), { shown: true }))) ?? false;
  },
  async say({ undo, ...notice }) {
    const { layer } = page;
    const run = () => void send('undo', { change: undo?.change ?? 0 }).catch(layer.sayError);
    layer.say({ ...notice, shown: true, ...(undo && { action: { label: undo.label, run } }) });
    return true;
  },
});

joinPage('tab-requests', (page) => {
  const answering = answers(page);
  receive<OfTab>(answering, page.life.signal);
  return answering;
});
