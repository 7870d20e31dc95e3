/**
 * The control on a card, with facts beside it. Plain DOM in a closed shadow root, so that the page cannot read a mark. The
 * host's box depends on the slot alone, never on the content.
 */
import { t } from '../../locale';
import type { Mark } from '../../paper/marks';
import type { Card } from '../../sites/site';
import tokens from '../../ui/kit/tokens.css?inline';
import { nameColor } from '../../ui/tags/tag-color';
import css from './control.css?inline';
import { bookmark, element, hostElement, keepEvents, unfindable } from './dom';
import factsCss from './facts.css?inline';
import type { Missing } from './missing-facts';
import { findPlace, inline, isLeft, placed, type Shift } from './place';
import { closedRoot } from './trusted';

/** State of a paper. `waiting`: it is not known yet whether it is saved, so nothing is shown. */
export type SaveState = 'waiting' | 'free' | 'saving' | 'saved' | 'failed';

/** What a control shows. */
export interface ControlContent {
  state: Exclude<SaveState, 'waiting'>;
  title: string;
  mark: Mark | undefined;
  missing: Missing;
  /** Whether the panel is open on this card. */
  isOpen: boolean;
}

/** Suffixes of the message keys of the button's label, by state. */
const words = { free: 'Save', saving: 'Saving', saved: 'Saved', failed: 'Retry' } as const;

/** Firefox: its events hand out the node that was hit, and with it all of its closed root. The panel says the tags. */
const handsOutNodes = 'originalTarget' in Event.prototype;

/** Facts are hidden if less width is left for them, px. */
const minFactsWidth = 72;
/** Width of the button, the same in every state, and of the gap beside it, px. */
const buttonWidth = 84 + 8;

export class Control {
  readonly host = hostElement('card');
  readonly #button = element('button', { type: 'button' });
  /** A closed root of its own for tags and facts: whoever is handed the button does not reach it. Nothing in it takes an event. */
  readonly #inner = element('span', { inert: true, className: 'inner' });
  readonly #texts = element('div', { className: 'facts' });
  readonly #facts = element('span', { className: 'facts' }, this.#inner);
  /** The page bar puts a checkbox here, which takes `reserved` px. */
  readonly strip = element('div', { className: 'strip' }, this.#facts, this.#button);
  reserved = 0;
  readonly #rule = element('style');
  #shift: Shift = { x: 0, y: 0 };
  /** Whether the slot is the containing block of the host. */
  #isContained = false;

  /** `press` is called for trusted clicks and keys only, so that a page cannot press the button. */
  constructor(press: () => void) {
    const style = element('style', { textContent: tokens + css });
    closedRoot(this.host, 'click').append(style, this.#rule, this.strip);
    closedRoot(this.#inner, 'click').append(element('style', { textContent: factsCss }), this.#texts);
    this.#button.addEventListener('click', (event) => {
      if (event.isTrusted) press();
      // Where the whole card is a link the page would go where it leads.
      event.preventDefault();
    });
    keepEvents(this.host);
  }

  /** The button's box in the viewport. */
  box(): DOMRect {
    return this.#button.getBoundingClientRect();
  }

  focus(): void {
    this.#button.focus({ preventScroll: true });
  }

  setTheme(isDark: boolean): void {
    this.host.dataset.theme = isDark ? 'dark' : 'light';
  }

  /** Measures the control's place. Returns a function that moves the control there. */
  measure(card: Card): () => void {
    const { place, strip, free } = findPlace(card, buttonWidth);
    const isElsewhere = this.host.parentNode !== place.slot;
    if (isElsewhere) place.slot.append(this.host);
    const isContained = this.host.offsetParent === place.slot;
    if (isElsewhere || isContained !== this.#isContained) {
      // The shift at the former place does not apply here.
      this.#rule.textContent = '';
      this.#shift = { x: 0, y: 0 };
    }
    this.#isContained = isContained;
    const { declarations, shift } = placed(this.host, place, strip, this.#shift);
    const left = free - buttonWidth - this.reserved;
    return () => {
      this.#shift = shift;
      // `!important` in a shadow root takes precedence over the page's.
      this.#rule.textContent = `:host{${`${declarations};visibility:visible`.replaceAll(';', '!important;')}!important}`;
      for (const each of [this.strip, this.#texts]) each.classList.toggle('left', isLeft(place));
      if (place.after) inline?.show(this.strip, place.after, left < 0);
      this.#facts.style.maxWidth = `${Math.max(0, left)}px`;
      this.#facts.hidden = left < minFactsWidth;
    };
  }

  /** Draws the control. Without content it is hidden: it is not known yet whether the paper is saved. */
  draw(content?: ControlContent): void {
    this.#button.hidden = !content;
    if (!content) return void this.#fill([], []);
    const { state, title, mark, missing, isOpen } = content;
    // New nodes instead of new text: text that moves counts as a layout shift.
    this.#button.replaceChildren(bookmark(), unfindable(t(`overlay${words[state]}`)));
    this.#button.dataset.state = state;
    this.#button.setAttribute('aria-label', t(`overlay${words[state]}Name`, title));
    if (!handsOutNodes) this.#button.setAttribute('aria-description', mark?.tags.join(', ') ?? '');
    if (state === 'saved') this.#button.setAttribute('aria-expanded', String(isOpen));
    else this.#button.removeAttribute('aria-expanded');
    // The first is next to the button, and the last to be hidden when there is little room.
    const [link, texts] = factTexts(missing);
    this.#fill(link, [...(mark?.tags ?? []).map(tagChip), ...texts]);
  }

  #fill(link: HTMLElement[], texts: HTMLElement[]): void {
    this.#facts.replaceChildren(...link, this.#inner);
    this.#texts.replaceChildren(...texts);
  }

  /** Adds texts before the facts, with a style. */
  addTexts(texts: HTMLElement[], css: string): void {
    this.#texts.prepend(element('style', { textContent: css }), ...texts);
  }
}

/** The facts that the card does not show. The repository cannot be tabbed to, so that Tab goes from card to card; the panel has it, too. */
function factTexts({ code, year, venue, authors }: Missing): [link: HTMLElement[], texts: HTMLElement[]] {
  const link = code && element('a', { href: code.url, target: '_blank', rel: 'noopener noreferrer', tabIndex: -1 });
  if (link) Object.assign(link, { textContent: code.name, title: code.url });
  const texts = Object.entries({ year, venue, authors }).flatMap(([className, textContent]) =>
    textContent === undefined ? [] : element('span', { className, textContent, title: textContent }),
  );
  return [link ? [link] : [], texts];
}

function tagChip(name: string): HTMLElement {
  return element('span', { className: `tag c${nameColor(name)}` }, unfindable(name));
}

/**
 * Moves controls to their places and gives the facts the free width there. Reads everything first and writes afterwards, so
 * that the browser lays out the page once.
 */
export function arrange(overlays: { control: Control | undefined; card: Card }[]): void {
  const writes = overlays.flatMap(({ control, card }) => (control ? [control.measure(card)] : []));
  for (const write of writes) write();
}
