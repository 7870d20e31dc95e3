/** Boxes to tick on the cards, while papers are being picked out: in each control's own closed root. */
import { t } from '../../locale';
import type { Entry } from '../core/card-overlay';
import type { Control } from '../core/control';
import { element } from '../core/dom';
import type { Listing } from '../core/listing';
import css from './boxes.css?inline';

/** px that a box takes of its control's strip. */
const room = 26;

export class Boxes {
  private isOn = false;
  private readonly styled = new WeakSet<Control>();
  private readonly made = new WeakMap<Control, HTMLInputElement>();

  /** `tick` is told which card was ticked or no longer, and whether all up to it are meant. */
  constructor(
    private readonly listing: Listing,
    private readonly isPicked: (key: string) => boolean,
    private readonly tick: (entry: Entry, isOn: boolean, widens: boolean) => void,
  ) {}

  /** Puts a box on every card, or takes all away. */
  show(isOn: boolean): void {
    const isOther = isOn !== this.isOn;
    this.isOn = isOn;
    for (const entry of this.listing.entries.values()) this.draw(entry);
    if (isOther) this.listing.arrange();
  }

  /** Draws one card's box as it is now, and brings the style of all that the bar adds to a control. */
  draw(entry: Entry): void {
    const { control } = entry;
    if (!control) return;
    if (!this.styled.has(control)) control.strip.append(element('style', { textContent: css }));
    this.styled.add(control);
    const box = this.made.get(control);
    if (!this.isOn && !box) return;
    const here = box ?? this.make(control);
    here.hidden = !this.isOn;
    here.checked = this.isPicked(entry.key);
    here.ariaLabel = t('barPick', entry.card.title);
    control.reserved = this.isOn ? room : 0;
  }

  private make(control: Control): HTMLInputElement {
    const box = element('input', { type: 'checkbox', className: 'pick' });
    box.addEventListener('click', (event) => {
      const entry = [...this.listing.entries.values()].find((each) => each.control === control);
      if (event.isTrusted && entry) this.tick(entry, box.checked, event.shiftKey);
      else event.preventDefault();
    });
    control.strip.append(box);
    this.made.set(control, box);
    return box;
  }
}
