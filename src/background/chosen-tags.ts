/**
 * Tags that the user chose in the private frame for papers of a page. The content script names the papers before and saves them
 * after by a token: it neither hears what is typed nor adds a tag to any other paper.
 */
import type { Runtime } from 'webextension-polyfill';
import { LibraryError } from '../library/error';
import type { Facts } from '../paper/paper';
import { SessionValue } from './session-value';

/** Choices stored at a time; beyond that the oldest are forgotten. */
const maxChoices = 5;
/** How long chosen tags can be added to papers, ms: the content script saves them at once, in some messages if they are many. */
const maxAgeMs = 60_000;

interface Choice {
  token: string;
  tab: number;
  /** The papers, each by one of its ids, that were not saved with the tags yet. */
  papers: string[];
  /** What was chosen; absent until then. */
  chosen?: { tags: string[]; at: number };
}

const all = new SessionValue<Choice[]>('choices', []);

/** The token of a new choice of tags for papers in a tab. Only the private frame learns it, until the user has chosen. */
export async function tokenFor(papers: string[], tab: number): Promise<string> {
  const token = crypto.randomUUID();
  const choices = await all.get();
  choices.push({ token, tab, papers });
  choices.splice(0, choices.length - maxChoices);
  await all.store();
  return token;
}

/** Stores what the user chose. */
export async function chooseTags({ token, tags }: { token: string; tags: string[] }): Promise<void> {
  const choice = (await all.get()).find((each) => each.token === token);
  if (!choice) throw new LibraryError('missing', 'token');
  choice.chosen = { tags, at: Date.now() };
  await all.store();
}

/** The tags chosen for papers: once for each paper, and only for those that were named before. Throws `refused` for any other. */
export async function takeChosenTags(
  token: string,
  facts: readonly Facts[],
  { tab }: Runtime.MessageSender,
): Promise<string[]> {
  const choice = (await all.get()).find((each) => each.token === token && each.tab === tab?.id);
  const { chosen } = choice ?? {};
  const named = new Set(choice?.papers);
  const taken = facts.map(({ ids }) => ids.find((id) => named.has(id)));
  if (!choice || !chosen || Date.now() - chosen.at > maxAgeMs || taken.includes(undefined))
    throw new LibraryError('refused', 'The user chose no tags for these papers.');
  choice.papers = choice.papers.filter((id) => !taken.includes(id));
  await all.store();
  return chosen.tags;
}
