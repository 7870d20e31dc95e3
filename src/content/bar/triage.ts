/** The state of the page bar: the selection, the filter, the cursor and the open parts; and the actions on them. */
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

/** Which parts of the bar are open. */
export interface OpenParts {
  isSelecting: boolean;
  isFiltering: boolean;
  below: 'menu' | 'keys' | undefined;
}

export class Triage {
  readonly #redraw: () => void;
  unfolded: OpenParts = { isSelecting: false, isFiltering: false, below: undefined };
  readonly visible: VisibleCards;
  readonly selection: CardSelection;
  readonly actions: BulkActions;
  readonly boxes: Boxes;
  readonly previews: Previews;
  readonly cursor: Cursor;
  #isWaiting = false;

  /** `redraw` draws the bar. */
  constructor(
    readonly page: PageScript,
    redraw: () => void,
    /** Where the bar stands. */
    readonly box: () => DOMRect,
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

  /** Opens and closes parts of the bar. */
  unfold(change: Partial<OpenParts>): void {
    this.unfolded = { ...this.unfolded, ...change };
    this.boxes.show(this.unfolded.isSelecting);
    this.#look();
  }

  /** Whether the bar must be drawn although it is folded. */
  get isBusy(): boolean {
    const { isSelecting, below } = this.unfolded;
    return isSelecting || below !== undefined;
  }

  /** Changes how cards are shown. */
  setView(change: Partial<ViewOptions>): void {
    this.visible.setView(change);
    this.#look();
  }

  /** The page or its marks changed: redraws once for all changes of the same task. */
  changed(): void {
    if (this.#isWaiting || this.page.life.signal.aborted) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      this.#look();
    });
  }

  /** Moves the cursor to the card whose control has the focus. */
  at(host: EventTarget | null): void {
    const overlay = [...this.page.listing.overlays.values()].find(({ control }) => control?.host === host);
    if (overlay) this.cursor.follow(overlay);
  }

  /** Selects or deselects a card; with `widens` all cards from the anchor. */
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

  /** Ends the filter and shows all cards again. */
  endFilter(): void {
    this.visible.setView({ query: '' });
    this.unfold({ isFiltering: false });
  }

  /** Ends the selection. */
  drop(): void {
    this.selection.clear();
    this.unfold({ isSelecting: false });
  }

  /** Saves the selected papers, or the one under the cursor, and ends the selection. */
  async save(): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.actions.save(targets);
  }

  /** Saves the papers of all cards that are neither hidden nor dimmed. */
  async saveAll(): Promise<void> {
    const targets = this.#targetsOf(this.visible.plain());
    if (targets.length) await this.actions.save(targets);
  }

  /** Hides cards until the page is left or the action is undone. */
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

  /** Shows cards again that were hidden one by one: these, or all. */
  unhide(keys: readonly string[] = [...this.visible.hidden]): void {
    for (const key of keys) this.visible.hidden.delete(key);
    this.#look();
  }

  /** Sets the status of the selected papers, or of the one under the cursor, and saves them if needed. */
  async setStatus(status: Status): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.actions.setStatus(targets, status);
  }

  /** The papers to act on: the selected ones, else the one under the cursor. */
  targets(): Target[] {
    if (this.selection.size) return this.selection.all();
    const overlay = this.cursor.overlay(this.visible.shown());
    return overlay ? this.#targetsOf([overlay]) : [];
  }

  /** The papers that cards show now. Says so if the page replaced all of them. */
  #targetsOf(overlays: readonly CardOverlay[]): Target[] {
    const context = contextOf(this.page.site);
    const found = overlays.flatMap((overlay) => targetOf(overlay, context) ?? []);
    if (overlays.length && !found.length) this.page.layer.say({ text: t('overlayMoved'), shown: true });
    return found;
  }

  /** Says that no paper is selected. */
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
