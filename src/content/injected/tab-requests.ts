/**
 * What is asked of a page's script from outside the page (`OfTab`): built as `content/tab-requests.js`, which the background
 * injects before it asks, so that pages at load do not carry it.
 */

import { inSlices } from '../../async/slices';
import { api } from '../../messages/api';
import type { OfTab, PageReport } from '../../messages/contract';
import { isEnvelope, send } from '../../messages/transport';
import { type Card, isCard } from '../../sites/site';
import { saveFacts } from '../core/actions';
import type { Bridge } from '../core/bridge';
import { letPageWork } from '../core/reading';

/** The page as it is now; undefined where there is nothing to read. */
async function readNow({ site }: Bridge) {
  const url = new URL(location.href);
  const kind = site.kind(url, document);
  if (!kind) return undefined;
  const cards: Card[] = [];
  const unparsed: PageReport['unparsed'] = {};
  await inSlices(
    site.read({ url, document, now: new Date() }),
    (item) => {
      if (isCard(item)) cards.push(item);
      else unparsed[item.why] = (unparsed[item.why] ?? 0) + 1;
    },
    letPageWork,
  );
  return { kind, cards, unparsed };
}

const answers = (bridge: Bridge): OfTab => ({
  async read() {
    const now = await readNow(bridge);
    if (!now) return undefined;
    const { kind, cards, unparsed } = now;
    const papers = cards.map(({ ids }) => ids);
    const report = { site: bridge.site.id, kind, papers, unparsed, isShown: bridge.listing.isOn };
    const [only] = kind === 'paper' ? cards : [];
    return only ? { ...report, title: only.title } : report;
  },
  async show() {
    bridge.show();
    return true;
  },
  async facts(keys) {
    const wanted = new Set(keys);
    const shown = [...bridge.listing.entries.values()].map(({ card }) => card);
    return shown.filter(({ ids }) => ids.some((id) => wanted.has(id))).map((card) => card.facts());
  },
  async savePage() {
    const now = await readNow(bridge);
    const [card] = now?.kind === 'paper' ? now.cards : [];
    const { site, listing } = bridge;
    return card !== undefined && (await saveFacts(card.facts(), site, listing, bridge, { shown: true })) !== undefined;
  },
  async say({ undo, ...said }) {
    const run = () => void send('undo', { change: undo?.change ?? 0 }).catch((error) => bridge.listing.say(error));
    bridge.say({ ...said, shown: true, ...(undo && { action: { label: undo.label, run } }) });
    return true;
  },
});

/** Answers for as long as this reader has the page. */
function hear(bridge: Bridge): void {
  const asked = answers(bridge);
  const listener = (message: unknown, _sender: unknown, answer: (given: unknown) => void): true | undefined => {
    if (!isEnvelope(message) || bridge !== globalThis.offprint || !Object.hasOwn(asked, message.offprint))
      return undefined;
    asked[message.offprint as keyof OfTab](message.input as never).then(answer);
    return true;
  };
  api.runtime.onMessage.addListener(listener as Parameters<typeof api.runtime.onMessage.addListener>[0]);
}

if (globalThis.offprint && !globalThis.offprint.isAsked) {
  globalThis.offprint.isAsked = true;
  hear(globalThis.offprint);
}
