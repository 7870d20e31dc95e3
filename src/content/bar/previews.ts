/** Tags that cards not saved yet may be given: shown on them, and offered in the tag line, each with its reason. */
import { plural, t } from '../../locale';
import { send } from '../../messages/transport';
import type { Suggestion } from '../../paper/marks';
import type { Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { element, unfindable } from '../core/dom';

/** Papers that one message may ask about. */
const most = 12;
/** Suggestions shown on a card. */
const shown = 2;

/** Why a tag is suggested, in words. */
export function reason({ why, of, papers }: Suggestion): string {
  if (why === 'rule') return t('suggestRule');
  return plural(why === 'author' ? 'suggestAuthor' : why === 'owner' ? 'suggestOwner' : 'suggestWord', papers, of);
}

export class Previews {
  private readonly known = new Map<string, Suggestion[]>();
  private readonly asked = new Set<string>();
  private readonly waiting = new Set<Entry>();
  private isAsking = false;

  /** `changed` is told when more is known than before. */
  constructor(
    private readonly bridge: Bridge,
    private readonly changed: () => void,
  ) {}

  /** What may be given to these papers, the most often suggested first. */
  of(keys: readonly string[]): Suggestion[] {
    const byTag = new Map<string, { suggestion: Suggestion; times: number }>();
    for (const suggestion of keys.flatMap((key) => this.known.get(key) ?? [])) {
      const kept = byTag.get(suggestion.tag);
      byTag.set(suggestion.tag, { suggestion: kept?.suggestion ?? suggestion, times: (kept?.times ?? 0) + 1 });
    }
    return [...byTag.values()].sort((a, b) => b.times - a.times).map(({ suggestion }) => suggestion);
  }

  /** Draws a card's, which was drawn without; asks for them first where they are not known. */
  draw(entry: Entry): void {
    const { control, key, state, mark } = entry;
    if (!this.bridge.settings?.previews || !control || mark || state !== 'free') return;
    const found = this.known.get(key);
    if (!found && !this.asked.has(key)) {
      this.waiting.add(entry);
      void this.ask();
    }
    if (!found?.length) return;
    const chips = found
      .slice(0, shown)
      .map(({ tag }) => element('span', { className: 'tag preview' }, unfindable(`${tag}?`)));
    control.strip.querySelector('.facts')?.prepend(...chips);
    const words = found.map((each) => `${each.tag} (${reason(each)})`).join(', ');
    control.strip.querySelector('button')?.setAttribute('aria-description', t('suggestName', words));
  }

  /** Asks for what waits, a few at a time, and draws the answers. */
  private async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    // What comes into sight together is asked for together.
    await new Promise((resolve) => setTimeout(resolve, 100));
    while (this.waiting.size) {
      const lot = [...this.waiting].slice(0, most);
      for (const entry of lot) {
        this.waiting.delete(entry);
        this.asked.add(entry.key);
      }
      const facts = lot.map(({ card }) => card.facts());
      const found = await send('suggest', facts).catch(() => ({})); // then nothing is suggested
      for (const [key, suggestions] of Object.entries(found)) this.known.set(key, suggestions);
      for (const entry of lot) entry.draw();
      this.changed();
    }
    this.isAsking = false;
  }
}
