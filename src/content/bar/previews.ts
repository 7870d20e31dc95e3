/** Suggested tags for papers that are not saved: shown on their cards, and offered with their reasons where tags are chosen. */
import { send } from '../../messages/transport';
import type { Suggestion } from '../../paper/marks';
import type { CardOverlay } from '../core/card-overlay';
import { element, unfindable } from '../core/dom';
import type { PageScript } from '../core/page-script';
import css from './previews.css?inline';

/** Papers in one `suggest` message. */
const maxPapersPerMessage = 12;
/** Suggestions shown on a card. */
const maxChips = 2;
/** Cards drawn within this time share a message. */
const collectMs = 100;

export class Previews {
  readonly #page: PageScript;
  readonly #changed: () => void;
  readonly #known = new Map<string, Suggestion[]>();
  readonly #asked = new Set<string>();
  readonly #waiting = new Set<CardOverlay>();
  #isAsking = false;

  /** `changed` is called when there are new answers. */
  constructor(page: PageScript, changed: () => void) {
    this.#page = page;
    this.#changed = changed;
  }

  /** Suggestions for papers, the most frequent first. */
  of(keys: readonly string[]): Suggestion[] {
    const byTag = new Map<string, { suggestion: Suggestion; times: number }>();
    for (const suggestion of keys.flatMap((key) => this.#known.get(key) ?? [])) {
      const kept = byTag.get(suggestion.tag);
      byTag.set(suggestion.tag, { suggestion: kept?.suggestion ?? suggestion, times: (kept?.times ?? 0) + 1 });
    }
    return [...byTag.values()].sort((a, b) => b.times - a.times).map(({ suggestion }) => suggestion);
  }

  /** Adds the suggestions to a control that was just drawn. Requests them if they are not known. */
  draw(overlay: CardOverlay): void {
    const { control, key, state, mark } = overlay;
    if (!this.#page.settings?.previews || !control || mark || state !== 'free') return;
    const found = this.#known.get(key);
    if (!found && !this.#asked.has(key)) {
      this.#waiting.add(overlay);
      void this.#ask();
    }
    if (!found?.length) return;
    const chips = found
      .slice(0, maxChips)
      .map(({ tag }) => element('span', { className: 'tag preview' }, unfindable(`${tag}?`)));
    control.addTexts(chips, css);
  }

  /** Requests suggestions for the waiting cards in batches, and redraws the cards. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    await new Promise((resolve) => setTimeout(resolve, collectMs));
    while (this.#waiting.size) {
      const batch = [...this.#waiting].slice(0, maxPapersPerMessage);
      for (const overlay of batch) {
        this.#waiting.delete(overlay);
        this.#asked.add(overlay.key);
      }
      const facts = batch.map(({ card }) => card.facts());
      const found = await send('suggest', facts).catch(() => ({})); // then nothing is suggested
      for (const [key, suggestions] of Object.entries(found)) this.#known.set(key, suggestions);
      for (const overlay of batch) overlay.draw();
      this.#changed();
    }
    this.#isAsking = false;
  }
}
