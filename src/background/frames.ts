/**
 * The private frame: a page of ours inside a web page that shows and changes one paper, or lets the user choose tags. The content
 * script names the paper and gets a nonce; the frame returns the nonce and gets what the library has of the paper. A page that embeds the frame
 * itself has no nonce and is shown nothing. Nonces are stored for the browser's session, since the worker may be stopped.
 */
import type { Runtime } from 'webextension-polyfill';
import { LibraryError } from '../library/error';
import type { Change } from '../library/types';
import browser from '../messages/browser';
import type { Changed } from '../messages/contract';
import type { FrameClaim, FrameOffer, PaperChange } from '../messages/frame-views';
import type { Completion, Mark, Suggestion } from '../paper/marks';
import * as settings from '../settings';
import { tokenFor } from './chosen-tags';
import { library } from './own-library';
import { changesOf } from './page-changes';
import { SessionValue } from './session-value';

/** How long a nonce is good, ms: the frame claims it at once. */
const maxAgeMs = 30_000;
/** Nonces stored at a time, over all tabs. */
const maxOffers = 100;
/** Drafts stored at a time; beyond that the oldest are forgotten. */
const maxDrafts = 20;

interface Offer {
  nonce: string;
  tab: number;
  at: number;
  /** Absent: a greeting. */
  of?: FrameOffer;
}

/** A draft of a note, by the key of its paper. */
type Draft = [key: string, text: string];

const allOffers = new SessionValue<Offer[]>('frames', []);
const allDrafts = new SessionValue<Draft[]>('drafts', []);

/**
 * Stores what a frame in the sender's tab may claim; by default a greeting. A save counts only if the sender's page made it.
 * Resolves to the nonce.
 */
export async function offer(sender: Runtime.MessageSender, of?: FrameOffer): Promise<string> {
  const { tab } = sender;
  if (of?.saved !== undefined && (await changesOf(sender)).get(of.saved) !== 'save') delete of.saved;
  if (tab?.id === undefined) throw new LibraryError('invalid', 'tab');
  const nonce = crypto.randomUUID();
  const offers = await allOffers.get();
  offers.push({ nonce, tab: tab.id, at: Date.now(), ...(of && { of }) });
  offers.splice(0, offers.length - maxOffers);
  await allOffers.store();
  return nonce;
}

/** Takes an offer out of the store; undefined if there is none for a frame in this tab, or it is too old. */
async function take(nonce: string, { tab }: Runtime.MessageSender): Promise<Offer | undefined> {
  const offers = await allOffers.get();
  const at = offers.findIndex((each) => each.nonce === nonce && each.tab === tab?.id);
  if (at < 0) return undefined;
  const [found] = offers.splice(at, 1);
  await allOffers.store();
  return found && Date.now() - found.at < maxAgeMs ? found : undefined;
}

/** What a nonce stands for: once, and only for a frame in the tab that it was made for. */
export async function claim(nonce: string, sender: Runtime.MessageSender): Promise<FrameClaim | undefined> {
  const found = await take(nonce, sender);
  if (!found) return undefined;
  const { of, tab } = found;
  if (of?.papers) return { is: 'tags', papers: of.papers.length, token: await tokenFor(of.papers, tab) };
  const { key, saved } = of ?? {};
  if (key === undefined) return { is: 'greeting' };
  const [[paper], mark] = await Promise.all([library.papers([key]), markOf(key)]);
  if (!paper || !mark) return { is: 'absent' };
  const draft = (await allDrafts.get()).find(([of]) => of === mark.key)?.[1];
  return {
    is: 'panel',
    key: mark.key,
    title: paper.facts.title,
    links: paper.facts.links ?? {},
    mark,
    ...(saved !== undefined && { saved }),
    ...(draft !== undefined && { draft }),
  };
}

/** The mark of a paper; undefined if it is not in the library. */
export const markOf = async (key: string): Promise<Mark | undefined> => (await library.marks([key]))[key];

/** Suggested tags of a paper of the library; none where that is turned off. */
export async function suggestTags(key: string): Promise<Suggestion[]> {
  if (!(await settings.get()).suggestTags) return [];
  const [paper] = await library.papers([key]);
  const [found] = paper ? await library.suggest([paper.facts]) : [];
  return found ?? [];
}

/** Makes one change of one paper. It is the user's own: no page can undo it. */
export async function changePaper({ key, change }: { key: string; change: PaperChange }): Promise<Changed> {
  const { id } = await made([key], change);
  return { change: id, marks: await library.marks([key]) };
}

function made(which: [string], change: PaperChange): Promise<Change> {
  if ('tags' in change) return library.setTags(which, change.tags);
  if ('unfitTag' in change) return library.refuseTag(which, change.unfitTag);
  if ('status' in change) return library.setStatus(which, change.status);
  if ('isStarred' in change) return library.setStarred(which, change.isStarred);
  if ('note' in change) return library.setNote(which, change.note);
  return library.remove(which);
}

/** At most 8 tags that contain a text; the most recently used ones for "". */
export async function completeTag(text: string): Promise<Completion[]> {
  const tags = await library.complete(text, 8);
  return tags.map(({ name, papers, color }) => (color === undefined ? { name, papers } : { name, papers, color }));
}

/** Undoes a change of the user's. */
export async function undoChange(change: number): Promise<Changed> {
  const undone = await library.undo(change);
  return { change: undone.id, marks: await library.marks(undone.keys) };
}

/** Moves a paper that a page saved to the trash, unless it was changed by others than the changes `since`. */
export async function undoSave({ saved, since }: { saved: number; since: number[] }): Promise<void> {
  await library.takeBackSave(saved, since);
}

/** Stores what is typed into a note until it is saved, since the page may remove the frame at any time. */
export async function keepDraft({ key, text }: { key: string; text?: string }): Promise<void> {
  const drafts = await allDrafts.get();
  const at = drafts.findIndex(([of]) => of === key);
  if (at >= 0) drafts.splice(at, 1);
  if (text !== undefined) drafts.push([key, text]);
  drafts.splice(0, drafts.length - maxDrafts);
  await allDrafts.store();
}

/** Opens the library in a tab, at a paper if a key is given. */
export async function openLibraryAt(key?: string): Promise<void> {
  const fragment = key === undefined ? '' : `#paper=${encodeURIComponent(key)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`src/shelf/index.html${fragment}`) });
}
