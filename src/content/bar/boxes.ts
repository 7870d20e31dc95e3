/** Checkboxes for selecting cards, drawn into each control's closed root. */
import { t } from '../../locale';
import type { CardOverlay } from '../core/card-overlay';
import type { Control } from '../core/control';
import { element } from '../core/dom';
import type { Listing } from '../core/listing';
import { listenTrusted } from '../core/trusted';
import css from './boxes.css?inline';

/** Width that a checkbox takes of its control's strip, px. */
const boxWidth = 26;

export class Boxes {
  readonly #listing: Listing;
  readonly #isPicked: (key: string) => boolean;
  readonly #tick: (overlay: CardOverlay, isOn: boolean, widens: boolean) => void;
  #isOn = false;
  readonly #styled = new WeakSet<Control>();
  readonly #made = new WeakMap<Control, HTMLInputElement>();

  /** `tick` is called with the card, whether it was ticked, and whether Shift extends the change to all cards up to it. */
  constructor(
    listing: Listing,
    isPicked: (key: string) => boolean,
    tick: (overlay: CardOverlay, isOn: boolean, widens: boolean) => void,
  ) {
    this.#listing = listing;
    this.#isPicked = isPicked;
    this.#tick = tick;
  }

  /** Shows a checkbox on every card, or hides them all. */
  show(isOn: boolean): void {
    const isOther = isOn !== this.#isOn;
    this.#isOn = isOn;
    for (const overlay of this.#listing.overlays.values()) this.draw(overlay);
    if (isOther) this.#listing.controls.arrange();
  }

  /** Updates one card's checkbox, and adds the styles of everything that the bar draws into a control. */
  draw(overlay: CardOverlay): void {
    const { control } = overlay;
    if (!control) return;
    if (!this.#styled.has(control)) control.strip.append(element('style', { textContent: css }));
    this.#styled.add(control);
    const box = this.#made.get(control);
    if (!this.#isOn && !box) return;
    const here = box ?? this.#make(control);
    here.hidden = !this.#isOn;
    here.checked = this.#isPicked(overlay.key);
    here.ariaLabel = t('barPick', overlay.card.title);
    control.reserved = this.#isOn ? boxWidth : 0;
  }

  #make(control: Control): HTMLInputElement {
    const box = element('input', { type: 'checkbox', className: 'pick' });
    listenTrusted(box, ['click'], (event) => {
      const overlay = [...this.#listing.overlays.values()].find((each) => each.control === control);
      if (overlay) this.#tick(overlay, box.checked, event.shiftKey);
      else event.preventDefault();
    });
    control.strip.append(box);
    this.#made.set(control, box);
    return box;
  }
}
