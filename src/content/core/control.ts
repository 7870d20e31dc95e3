/**
 * One card's control and the facts beside it: plain DOM in a closed shadow root, so that the page cannot read a mark. The
 * host's box depends on the slot alone, never on what is drawn into it.
 */
import { t } from '../../locale';
import type { Mark } from '../../paper/marks';
import type { Card } from '../../sites/site';
import tokens from '../../ui/kit/tokens.css?inline';
import { tagColor } from '../../ui/tags/tag-color';
import css from './control.css?inline';
import { bookmark, element, hostElement, keepEvents, unfindable } from './dom';
import type { Lifetime } from './lifetime';
import type { Missing } from './missing-facts';
import { findPlace, inline, isLeft, placed, type Shift } from './place';

/** How a paper stands with the library. `waiting`: not known yet whether it is saved, so nothing is shown. */
export type SaveState = 'waiting' | 'free' | 'saving' | 'saved' | 'failed';

/** What a control shows. */
export interface ControlContent {
  state: Exclude<SaveState, 'waiting'>;
  title: string;
  mark: Mark | undefined;
  missing: Missing;
  /** The panel of this card is open. */
  isOpen: boolean;
}

/** The button's word by state, and the end of its message's key. */
const words = { free: 'Save', saving: 'Saving', saved: 'Saved', failed: 'Retry' } as const;

/** Facts are left out where they have less room, px. */
const minFactsWidth = 72;
/** The button, which is as wide in every state, and the gap beside it, px. */
const buttonWidth = 84 + 8;

export class Control {
  readonly host = hostElement('card');
  readonly #button = element('button', { type: 'button' });
  readonly #facts = element('span', { className: 'facts' });
  /** Where the page bar puts a box to tick, and the px it needs. */
  readonly strip = element('div', { className: 'strip' }, this.#facts, this.#button);
  reserved = 0;
  readonly #rule = element('style');
  #shift: Shift = { x: 0, y: 0 };
  /** Its slot is its containing block. */
  #isContained = false;

  readonly #life: Lifetime;

  /** `press` is told of trusted clicks and keys only; a page cannot press the button. */
  constructor(press: (byKey: boolean) => void, life: Lifetime) {
    this.#life = life;
    const style = element('style', { textContent: tokens + css });
    this.host.attachShadow({ mode: 'closed' }).append(style, this.#rule, this.strip);
    this.#button.addEventListener('click', (event) => {
      // Browsers count no clicks for Enter and Space.
      if (event.isTrusted) press(event.detail === 0);
    });
    keepEvents(this.host);
  }

  /** Where the button is now. */
  box(): DOMRect {
    return this.#button.getBoundingClientRect();
  }

  focus(): void {
    this.#button.focus({ preventScroll: true });
  }

  setTheme(isDark: boolean): void {
    this.host.dataset.theme = isDark ? 'dark' : 'light';
  }

  /** Reads where the control's place is and what is free there; the function it returns takes it. */
  measure(card: Card): () => void {
    const { place, strip, free } = findPlace(card, buttonWidth);
    const isElsewhere = this.host.parentNode !== place.slot;
    if (isElsewhere) place.slot.append(this.host);
    const isContained = this.host.offsetParent === place.slot;
    if (isElsewhere || isContained !== this.#isContained) {
      // Where the former place put it says nothing here.
      this.#rule.textContent = '';
      this.#shift = { x: 0, y: 0 };
    }
    this.#isContained = isContained;
    const { declarations, shift } = placed(this.host, place, strip, this.#shift);
    const left = free - buttonWidth - this.reserved;
    return () => {
      this.#shift = shift;
      // `!important` in a shadow root outranks the page's.
      this.#rule.textContent = `:host{${`${declarations};visibility:visible`.replaceAll(';', '!important;')}!important}`;
      this.strip.classList.toggle('left', isLeft(place));
      if (place.after) inline?.show(this.strip, place.after, left < 0, this.#life);
      this.#facts.style.maxWidth = `${Math.max(0, left)}px`;
      this.#facts.hidden = left < minFactsWidth;
    };
  }

  /** Without content it shows nothing: it is not known yet whether the paper is saved. */
  draw(content?: ControlContent): void {
    this.#button.hidden = !content;
    if (!content) return void this.#facts.replaceChildren();
    const { state, title, mark, missing, isOpen } = content;
    // New nodes, not new texts: what stood elsewhere before counts as a shift of the layout.
    this.#button.replaceChildren(bookmark(), unfindable(t(`overlay${words[state]}`)));
    this.#button.dataset.state = state;
    this.#button.setAttribute('aria-label', t(`overlay${words[state]}Name`, title));
    this.#button.setAttribute('aria-description', mark?.tags.join(', ') ?? '');
    if (state === 'saved') this.#button.setAttribute('aria-expanded', String(isOpen));
    else this.#button.removeAttribute('aria-expanded');
    // The first stand next to the button, and are the last to go where there is little room.
    const [link, texts] = factTexts(missing);
    this.#facts.replaceChildren(...link, ...(mark?.tags ?? []).map(tagChip), ...texts);
  }
}

/** What the card leaves out. The repository is for the mouse; by key the panel has it, so that Tab goes from card to card. */
function factTexts({ code, year, venue, authors }: Missing): [link: HTMLElement[], texts: HTMLElement[]] {
  const link = code && element('a', { href: code.url, target: '_blank', rel: 'noopener noreferrer', tabIndex: -1 });
  if (link) Object.assign(link, { textContent: code.name, title: code.url });
  const texts = Object.entries({ year, venue, authors }).flatMap(([className, textContent]) =>
    textContent === undefined ? [] : element('span', { className, textContent, title: textContent }),
  );
  return [link ? [link] : [], texts];
}

function tagChip(name: string): HTMLElement {
  const chip = unfindable(name);
  Object.assign(chip, { className: 'tag', title: name });
  chip.style.setProperty('--dot', tagColor({ name }));
  return chip;
}

/**
 * Puts controls at their places, and lets the facts beside them have what is free there. First everything is read, then
 * everything written, so that the browser lays the page out once however many there are.
 */
export function arrange(overlays: { control: Control | undefined; card: Card }[]): void {
  const writes = overlays.flatMap(({ control, card }) => (control ? [control.measure(card)] : []));
  for (const write of writes) write();
}
