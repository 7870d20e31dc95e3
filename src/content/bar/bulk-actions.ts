/** Actions on many papers of the page at once, and their undo. */
import { plural, t } from '../../locale';
import { type Changed, maxKeysPerMessage } from '../../messages/contract';
import { send } from '../../messages/transport';
import type { Status } from '../../paper/paper';
import { keyBatches } from '../core/batches';
import type { PageScript } from '../core/page-script';
import type { Target } from './selection';

/** A change that can be undone. */
interface Done {
  undo(): Promise<void> | void;
}

/** A message that changes papers. */
interface Ask {
  about: string[];
  send(): Promise<Changed>;
}

const idsOf = (targets: readonly Target[]): string[] => targets.flatMap(({ facts }) => facts.ids);

export class BulkActions {
  readonly #page: PageScript;
  readonly #done: Done[] = [];

  constructor(page: PageScript) {
    this.#page = page;
  }

  /**
   * Saves the papers that are not saved yet. With tags, which were chosen under the token `tagged`, all of them, saved or not. One
   * change, with one undo, if the papers come from one listing and are at most `maxKeysPerMessage`.
   */
  async save(targets: readonly Target[], tagged?: string): Promise<void> {
    const { listing, layer } = this.#page;
    const wanted = tagged ? targets : targets.filter(({ key }) => !this.#isSaved(key));
    const [first] = wanted;
    if (!first) return void (targets.length && layer.say({ text: t('barAllSaved'), shown: true }));
    const ids = idsOf(wanted);
    listing.setState(ids, 'free', 'saving');
    const changes = await this.#ask(savesOf(wanted, tagged), ids);
    if (!changes) return listing.setState(ids, 'saving', 'failed');
    const text = plural(tagged ? 'barDidSaveAs' : 'barDidSave', wanted.length);
    this.#finish(wanted.length === 1 && !tagged ? t('overlaySaidSaved', first.facts.title) : text, changes, ids);
  }

  /** Sets the status of papers, and saves those that are not saved yet. */
  async setStatus(targets: readonly Target[], status: Status): Promise<void> {
    const { listing } = this.#page;
    const unsaved = targets.filter(({ key }) => !this.#isSaved(key));
    const ids = idsOf(targets);
    listing.setState(idsOf(unsaved), 'free', 'saving');
    const setting = batches(targets).map((batch): Ask => {
      const keys = batch.map(({ key }) => key);
      return { about: keys, send: () => send('setStatus', { keys, status }) };
    });
    const changes = await this.#ask([...savesOf(unsaved), ...setting], ids);
    if (!changes) return listing.setState(idsOf(unsaved), 'saving', 'failed');
    const names = { unread: 'statusUnread', reading: 'statusReading', read: 'statusRead' } as const;
    this.#finish(plural('barDidStatus', targets.length, t(names[status])), changes, ids);
  }

  /** Opens papers in background tabs. */
  async open(targets: readonly Target[]): Promise<void> {
    const urls = targets.flatMap(({ facts: { links = {} } }) => links.page ?? links.abs ?? links.pdf ?? []);
    await send('openBehind', { urls: urls.slice(0, 50) }).catch(this.#page.layer.sayError);
  }

  /** Registers a change of the page alone for undo, and announces it. */
  remember(text: string, undo: () => void): void {
    this.#done.push({ undo });
    this.#say(text);
  }

  /** Undoes the last change made here. */
  async undo(): Promise<void> {
    const last = this.#done.pop();
    if (!last) return this.#page.layer.say({ text: t('barNothingToUndo'), shown: true });
    await last.undo();
    this.#page.layer.say({ text: t('barUndone'), shown: true });
  }

  #isSaved(key: string): boolean {
    return this.#page.listing.about([key]).some(({ mark }) => mark);
  }

  /** Sends the messages in turn and draws each answer. If one is refused, undoes the ones before and returns undefined. */
  async #ask(asks: Ask[], ids: string[]): Promise<number[] | undefined> {
    const changes: number[] = [];
    try {
      for (const { about, send } of asks) {
        const { change, marks } = await send();
        if (change) changes.push(change);
        this.#page.listing.apply(about, marks);
      }
      return changes;
    } catch (error) {
      this.#page.layer.sayError(error);
      if (changes.length) await this.#takeBack(changes, ids).catch((second) => this.#page.layer.sayError(second));
      return undefined;
    }
  }

  /** Looks papers up and draws their marks. */
  async #look(ids: string[]): Promise<void> {
    for (const some of keyBatches(ids)) this.#page.listing.apply(some, await send('lookup', some));
  }

  async #takeBack(changes: readonly number[], ids: string[]): Promise<void> {
    for (const change of [...changes].reverse()) await send('undo', { change });
    await this.#look(ids);
  }

  #finish(text: string, changes: number[], ids: string[]): void {
    const undo = async () => {
      try {
        await this.#takeBack(changes, ids);
      } catch (error) {
        this.#page.layer.sayError(error);
      }
    };
    this.#done.push({ undo });
    this.#say(text);
  }

  /** Shows a toast whose button undoes this change, even if others were made since. */
  #say(text: string): void {
    const mine = this.#done.at(-1);
    const run = async () => {
      const at = mine ? this.#done.indexOf(mine) : -1;
      if (at < 0) return;
      const [done] = this.#done.splice(at, 1);
      await done?.undo();
    };
    this.#page.layer.say({ text, shown: true, action: { label: t('panelUndo'), run } });
  }
}

/** Splits papers into batches that fit one message, each of papers from one listing. */
function batches(targets: readonly Target[]): [Target, ...Target[]][] {
  const found: [Target, ...Target[]][] = [];
  let ids = 0;
  for (const target of targets) {
    const last = found.at(-1);
    ids += target.facts.ids.length;
    if (
      last &&
      last.length < maxKeysPerMessage &&
      ids <= maxKeysPerMessage &&
      last[0].context.url === target.context.url
    )
      last.push(target);
    else {
      found.push([target]);
      ids = target.facts.ids.length;
    }
  }
  return found;
}

const savesOf = (targets: readonly Target[], tagged?: string): Ask[] =>
  batches(targets).map((batch) => ({
    about: idsOf(batch),
    send: () =>
      send('save', {
        facts: batch.map(({ facts }) => facts),
        context: batch[0].context,
        ...(tagged !== undefined && { tagged }),
      }),
  }));
