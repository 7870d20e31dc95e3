/** What is done with papers of the page, many at once, and how the last of it is taken back. */
import { plural, t } from '../../locale';
import { type Changed, most } from '../../messages/contract';
import { send } from '../../messages/transport';
import type { Status } from '../../paper/paper';
import type { Bridge } from '../core/bridge';
import { lotsOf } from '../core/in-lots';
import type { Target } from './selection';

/** A change, with its undoing. */
interface Done {
  undo(): Promise<void> | void;
}

/** A message that changes papers, and their ids. */
interface Ask {
  about: string[];
  send(): Promise<Changed>;
}

const idsOf = (targets: readonly Target[]): string[] => targets.flatMap(({ facts }) => facts.ids);

export class Acts {
  private readonly done: Done[] = [];

  constructor(private readonly bridge: Bridge) {}

  /**
   * Saves what is not saved yet; with tags, everything gets them. One change that one undo takes back, where the papers
   * come from one listing and are 500 at most.
   */
  async save(targets: readonly Target[], tags: string[] = []): Promise<void> {
    const { listing, say } = this.bridge;
    const wanted = tags.length ? targets : targets.filter(({ key }) => !this.isSaved(key));
    const [first] = wanted;
    if (!first) return void (targets.length && say({ text: t('barAllSaved'), shown: true }));
    const ids = idsOf(wanted);
    listing.setState(ids, 'free', 'saving');
    const changes = await this.ask(savesOf(wanted, tags), ids);
    if (!changes) return listing.setState(ids, 'saving', 'failed');
    const names = tags.join(', ');
    const text = names ? plural('barDidSaveAs', wanted.length, names) : plural('barDidSave', wanted.length);
    this.finish(wanted.length === 1 && !names ? t('overlaySaidSaved', first.facts.title) : text, changes, ids);
  }

  /** Sets a status; papers that are not saved are saved first. */
  async setStatus(targets: readonly Target[], status: Status): Promise<void> {
    const { listing } = this.bridge;
    const unsaved = targets.filter(({ key }) => !this.isSaved(key));
    const ids = idsOf(targets);
    listing.setState(idsOf(unsaved), 'free', 'saving');
    const setting = lots(targets).map((lot): Ask => {
      const keys = lot.map(({ key }) => key);
      return { about: keys, send: () => send('setStatus', { keys, status }) };
    });
    const changes = await this.ask([...savesOf(unsaved), ...setting], ids);
    if (!changes) return listing.setState(idsOf(unsaved), 'saving', 'failed');
    const names = { unread: 'statusUnread', reading: 'statusReading', read: 'statusRead' } as const;
    this.finish(plural('barDidStatus', targets.length, t(names[status])), changes, ids);
  }

  /** Opens papers behind this page. */
  async open(targets: readonly Target[]): Promise<void> {
    const urls = targets.flatMap(({ facts: { links = {} } }) => links.page ?? links.abs ?? links.pdf ?? []);
    await send('openBehind', { urls: urls.slice(0, 50) }).catch((error) => this.bridge.listing.say(error));
  }

  /** Remembers a change of the page alone, and tells of it. */
  remember(text: string, undo: () => void): void {
    this.done.push({ undo });
    this.say(text);
  }

  /** Takes back the last change that was made here. */
  async undo(): Promise<void> {
    const last = this.done.pop();
    if (!last) return this.bridge.say({ text: t('barNothingToUndo'), shown: true });
    await last.undo();
    this.bridge.say({ text: t('barUndone'), shown: true });
  }

  private isSaved(key: string): boolean {
    return this.bridge.listing.about([key]).some(({ mark }) => mark);
  }

  /** Asks one after another and draws each answer. Undefined, with what was done taken back, where one is refused. */
  private async ask(asks: Ask[], ids: string[]): Promise<number[] | undefined> {
    const changes: number[] = [];
    try {
      for (const { about, send } of asks) {
        const { change, marks } = await send();
        if (change) changes.push(change);
        this.bridge.listing.apply(about, marks);
      }
      return changes;
    } catch (error) {
      this.bridge.listing.say(error);
      if (changes.length) await this.takeBack(changes, ids).catch((second) => this.bridge.listing.say(second));
      return undefined;
    }
  }

  /** Draws what the library says of these now. */
  private async look(ids: string[]): Promise<void> {
    for (const some of lotsOf(ids)) this.bridge.listing.apply(some, await send('lookup', some));
  }

  private async takeBack(changes: readonly number[], ids: string[]): Promise<void> {
    for (const change of [...changes].reverse()) await send('undo', { change });
    await this.look(ids);
  }

  private finish(text: string, changes: number[], ids: string[]): void {
    const undo = async () => {
      try {
        await this.takeBack(changes, ids);
      } catch (error) {
        this.bridge.listing.say(error);
      }
    };
    this.done.push({ undo });
    this.say(text);
  }

  /** A toast whose button takes back this change, though others were made since. */
  private say(text: string): void {
    const mine = this.done.at(-1);
    const run = async () => {
      const at = mine ? this.done.indexOf(mine) : -1;
      if (at < 0) return;
      const [done] = this.done.splice(at, 1);
      await done?.undo();
    };
    this.bridge.say({ text, shown: true, action: { label: t('panelUndo'), run } });
  }
}

/** Papers in lots that one message may name, each from one listing. */
function lots(targets: readonly Target[]): [Target, ...Target[]][] {
  const found: [Target, ...Target[]][] = [];
  let ids = 0;
  for (const target of targets) {
    const last = found.at(-1);
    ids += target.facts.ids.length;
    if (last && last.length < most && ids <= most && last[0].context.url === target.context.url) last.push(target);
    else {
      found.push([target]);
      ids = target.facts.ids.length;
    }
  }
  return found;
}

const savesOf = (targets: readonly Target[], tags: string[] = []): Ask[] =>
  lots(targets).map((lot) => ({
    about: idsOf(lot),
    send: () =>
      send('save', {
        facts: lot.map(({ facts }) => facts),
        context: lot[0].context,
        ...(tags.length && { tags }),
      }),
  }));
