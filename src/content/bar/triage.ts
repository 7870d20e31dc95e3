/** What the page bar does: picking out cards, acting on them, and what of the bar is unfolded meanwhile. */
import { plural, t } from '../../locale';
import type { Status } from '../../paper/paper';
import type { CardOverlay } from '../core/card-overlay';
import { contextOf } from '../core/context';
import type { PageScript } from '../core/page-script';
import { Boxes } from './boxes';
import { BulkActions } from './bulk-actions';
import { Cursor } from './cursor';
import { Previews } from './previews';
import { CardSelection, type Target, targetOf } from './selection';
import { type ViewOptions, VisibleCards } from './visible-cards';

/** What of the bar is unfolded. */
export interface OpenParts {
  isSelecting: boolean;
  isFiltering: boolean;
  isTagging: boolean;
  below: 'menu' | 'keys' | undefined;
}

export class Triage {
  readonly #redraw: () => void;
  unfolded: OpenParts = { isSelecting: false, isFiltering: false, isTagging: false, below: undefined };
  readonly visible: VisibleCards;
  readonly selection: CardSelection;
  readonly actions: BulkActions;
  readonly boxes: Boxes;
  readonly previews: Previews;
  readonly cursor: Cursor;
  #isWaiting = false;

  constructor(
    readonly page: PageScript,
    redraw: () => void,
  ) {
    this.#redraw = redraw;
    this.visible = new VisibleCards(page, () => this.changed());
    this.selection = new CardSelection(() => contextOf(page.site));
    this.actions = new BulkActions(page);
    this.cursor = new Cursor(page);
    this.previews = new Previews(page, () => this.changed());
    const isPicked = (key: string) => this.selection.has(key);
    this.boxes = new Boxes(page.listing, isPicked, (overlay, isOn, widens) => this.pick(overlay, isOn, widens));
    page.life.onEnd(() => this.visible.end());
  }

  /** Unfolds and folds parts of the bar. */
  unfold(change: Partial<OpenParts>): void {
    const wasTagging = this.unfolded.isTagging;
    this.unfolded = { ...this.unfolded, ...change };
    this.boxes.show(this.unfolded.isSelecting);
    this.#look();
    if (wasTagging && !this.unfolded.isTagging) this.cursor.resume();
  }

  /** Whether there is something to see to though the bar is folded. */
  get isBusy(): boolean {
    const { isSelecting, isTagging, below } = this.unfolded;
    return isSelecting || isTagging || below !== undefined;
  }

  /** Changes which cards are shown. */
  setView(change: Partial<ViewOptions>): void {
    this.visible.setView(change);
    this.#look();
  }

  /** The page or the marks on it changed: looks again, once for all that happened in one go. */
  changed(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      this.#look();
    });
  }

  /** The card whose control has the focus has the cursor from now on. */
  at(host: EventTarget | null): void {
    const overlay = [...this.page.listing.overlays.values()].find(({ control }) => control?.host === host);
    if (overlay) this.cursor.follow(overlay);
  }

  /** Picks a card out or no longer; `widens` means all from the one before. */
  pick(overlay: CardOverlay, isPicked: boolean, widens: boolean): void {
    if (widens) this.selection.extend(overlay, isPicked, this.visible.shown());
    else this.selection.set(overlay, isPicked);
    this.cursor.note(overlay);
    this.unfold({ isSelecting: true });
    this.page.layer.say({ text: plural('barPicked', this.selection.size) });
  }

  pickAll(): void {
    for (const overlay of this.visible.plain()) this.selection.set(overlay, true);
    this.unfold({ isSelecting: true });
  }

  /** Shows everything again that the query did not find. */
  endFilter(): void {
    this.visible.setView({ query: '' });
    this.unfold({ isFiltering: false });
  }

  /** Nothing is picked out any more. */
  drop(): void {
    this.selection.clear();
    this.unfold({ isSelecting: false, isTagging: false });
  }

  /** Saves what is picked out or under the cursor, as one change; the picking is over then. */
  async save(tags: string[] = []): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.actions.save(targets, tags);
  }

  /** Saves all cards that are neither taken away nor dimmed. */
  async saveAll(): Promise<void> {
    const targets = this.#targetsOf(this.visible.plain());
    if (targets.length) await this.actions.save(targets);
  }

  /** Takes cards away until the reader leaves the page, or takes it back. */
  hide(): void {
    const targets = this.targets();
    const [first] = targets;
    if (!first) {
      this.sayNone();
      return;
    }
    const keys = targets.map(({ key }) => key);
    const next = this.visible.nextAfter(keys);
    for (const key of keys) this.visible.hidden.add(key);
    for (const overlay of this.page.listing.about(keys)) this.page.events.emit('gone', overlay);
    this.drop();
    if (next) this.cursor.put(next);
    const text = targets.length === 1 ? t('barDidHideOne', first.facts.title) : plural('barDidHide', targets.length);
    this.actions.remember(text, () => this.unhide(keys));
  }

  /** Shows what was hidden one by one: these, or all. */
  unhide(keys: readonly string[] = [...this.visible.hidden]): void {
    for (const key of keys) this.visible.hidden.delete(key);
    this.#look();
  }

  /** Sets a status; papers that are not saved are saved. */
  async setStatus(status: Status): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.actions.setStatus(targets, status);
  }

  /** What an act is for: the papers picked out, or else the one the cursor is on. */
  targets(): Target[] {
    if (this.selection.size) return this.selection.all();
    const overlay = this.cursor.overlay(this.visible.shown());
    return overlay ? this.#targetsOf([overlay]) : [];
  }

  /** What cards show now; the reader is told where the page has put others in their places. */
  #targetsOf(overlays: readonly CardOverlay[]): Target[] {
    const context = contextOf(this.page.site);
    const found = overlays.flatMap((overlay) => targetOf(overlay, context) ?? []);
    if (overlays.length && !found.length) this.page.layer.say({ text: t('overlayMoved'), shown: true });
    return found;
  }

  /** Says that nothing is chosen to act on. */
  sayNone(): void {
    this.page.layer.say({ text: t('barNone'), shown: true });
  }

  #look(): void {
    if (this.page.life.isOver()) return;
    this.visible.draw();
    this.cursor.placeLater();
    this.#redraw();
    void this.visible.read().then((isOther) => isOther && this.#look());
  }
}
