import { Popup } from './popup';
import type { Session } from './session';

/** The library's own page as its user meets it. Searching, choosing and exporting are as in the popup. */
export class Shelf extends Popup {
  static override async open(session: Session): Promise<Shelf> {
    return new Shelf(await session.page('shelf'));
  }

  /** Titles listed, from the top: the headings of the list, not those around it. */
  override async titles(): Promise<string[]> {
    return this.tab.run(`[...document.querySelectorAll('.row-title')].map((each) => each.textContent.trim())`);
  }
}
