/** What the page bar does: picking out cards, acting on them, and what of the bar is unfolded meanwhile. */
import { plural, t } from '../../locale';
import type { Status } from '../../paper/paper';
import type { Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { contextOf } from '../core/context';
import { Acts } from './acts';
import { Boxes } from './boxes';
import { Cursor } from './cursor';
import { Previews } from './previews';
import { Selection, type Target, targetOf } from './selection';
import { Showing, type Wishes } from './showing';

/** What of the bar is unfolded. */
export interface View {
  isSelecting: boolean;
  isFiltering: boolean;
  isTagging: boolean;
  below: 'menu' | 'keys' | undefined;
}

export class Triage {
  view: View = { isSelecting: false, isFiltering: false, isTagging: false, below: undefined };
  readonly showing: Showing;
  readonly selection: Selection;
  readonly acts: Acts;
  readonly boxes: Boxes;
  readonly previews: Previews;
  readonly cursor: Cursor;
  private isWaiting = false;

  constructor(
    readonly bridge: Bridge,
    private readonly redraw: () => void,
    private readonly signal: AbortSignal,
  ) {
    this.showing = new Showing(bridge, () => this.changed(), signal);
    this.selection = new Selection(() => contextOf(bridge.site));
    this.acts = new Acts(bridge);
    this.cursor = new Cursor(bridge, signal);
    this.previews = new Previews(bridge, () => this.changed());
    const isPicked = (key: string) => this.selection.has(key);
    this.boxes = new Boxes(bridge.listing, isPicked, (entry, isOn, widens) => this.pick(entry, isOn, widens));
    signal.addEventListener('abort', () => this.showing.end());
  }

  /** Unfolds and folds parts of the bar. */
  set(change: Partial<View>): void {
    const wasTagging = this.view.isTagging;
    this.view = { ...this.view, ...change };
    this.boxes.show(this.view.isSelecting);
    this.look();
    if (wasTagging && !this.view.isTagging) this.cursor.resume();
  }

  /** Whether there is something to see to though the bar is folded. */
  get isBusy(): boolean {
    const { isSelecting, isTagging, below } = this.view;
    return isSelecting || isTagging || below !== undefined;
  }

  /** Changes which cards are shown. */
  wish(change: Partial<Wishes>): void {
    this.showing.wish(change);
    this.look();
  }

  /** The page or the marks on it changed: looks again, once for all that happened in one go. */
  changed(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      this.look();
    });
  }

  /** The card whose control has the focus has the cursor from now on. */
  at(host: EventTarget | null): void {
    const entry = [...this.bridge.listing.entries.values()].find(({ control }) => control?.host === host);
    if (entry) this.cursor.follow(entry);
  }

  /** Picks a card out or no longer; `widens` means all from the one before. */
  pick(entry: Entry, isPicked: boolean, widens: boolean): void {
    if (widens) this.selection.extend(entry, isPicked, this.showing.shown());
    else this.selection.set(entry, isPicked);
    this.cursor.note(entry);
    this.set({ isSelecting: true });
    this.bridge.say({ text: plural('barPicked', this.selection.size) });
  }

  pickAll(): void {
    for (const entry of this.showing.plain()) this.selection.set(entry, true);
    this.set({ isSelecting: true });
  }

  /** Shows everything again that the query did not find. */
  endFilter(): void {
    this.showing.wish({ query: '' });
    this.set({ isFiltering: false });
  }

  /** Nothing is picked out any more. */
  drop(): void {
    this.selection.clear();
    this.set({ isSelecting: false, isTagging: false });
  }

  /** Saves what is picked out or under the cursor, as one change; the picking is over then. */
  async save(tags: string[] = []): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.acts.save(targets, tags);
  }

  /** Saves all cards that are neither taken away nor dimmed. */
  async saveAll(): Promise<void> {
    const targets = this.targetsOf(this.showing.plain());
    if (targets.length) await this.acts.save(targets);
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
    // A panel whose card goes would stand beside another.
    if (keys.some((key) => key === this.bridge.panel?.key)) this.bridge.panel?.close();
    const next = this.showing.nextAfter(keys);
    for (const key of keys) this.showing.hidden.add(key);
    this.drop();
    if (next) this.cursor.put(next);
    const text = targets.length === 1 ? t('barDidHideOne', first.facts.title) : plural('barDidHide', targets.length);
    this.acts.remember(text, () => this.unhide(keys));
  }

  /** Shows what was hidden one by one: these, or all. */
  unhide(keys: readonly string[] = [...this.showing.hidden]): void {
    for (const key of keys) this.showing.hidden.delete(key);
    this.look();
  }

  /** Sets a status; papers that are not saved are saved. */
  async setStatus(status: Status): Promise<void> {
    const targets = this.targets();
    if (!targets.length) return this.sayNone();
    this.drop();
    await this.acts.setStatus(targets, status);
  }

  /** What an act is for: the papers picked out, or else the one the cursor is on. */
  targets(): Target[] {
    if (this.selection.size) return this.selection.all();
    const entry = this.cursor.entry(this.showing.shown());
    return entry ? this.targetsOf([entry]) : [];
  }

  /** What cards show now; the reader is told where the page has put others in their places. */
  private targetsOf(entries: readonly Entry[]): Target[] {
    const context = contextOf(this.bridge.site);
    const found = entries.flatMap((entry) => targetOf(entry, context) ?? []);
    if (entries.length && !found.length) this.bridge.say({ text: t('overlayMoved'), shown: true });
    return found;
  }

  /** Says that nothing is chosen to act on. */
  sayNone(): void {
    this.bridge.say({ text: t('barNone'), shown: true });
  }

  private look(): void {
    if (this.signal.aborted) return;
    this.showing.draw();
    this.cursor.placeLater();
    this.redraw();
    void this.showing.read().then((isOther) => isOther && this.look());
  }
}
