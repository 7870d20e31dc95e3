import { markdownLine, markdownLink } from '../../formats/markdown/text';
import { isWeb } from '../../paper/addresses';
import { pageOf } from '../../ui/paper/paper-links';
import { cardReason } from './card-reason';
import type { ListedCard } from './today-order';

/** The first sentence of a text: as far as a full stop that is followed by a capital or by nothing. */
export function firstSentence(text: string): string {
  const [line = ''] = text.split('\n');
  return /^.*?[.!?。！？](?=\s+\p{Lu}|\s*$|(?<=[。！？]))/u.exec(line)?.[0] ?? line;
}

/** The papers as a list in Markdown: title, address, first sentence of the abstract, why it looks like the reader's. */
export const digest = (cards: readonly ListedCard[]): string =>
  cards
    .map(({ facts, rank }) => {
      const address = pageOf(facts);
      const title = isWeb(address) ? markdownLink(facts.title, address) : markdownLine(facts.title);
      const sentence = facts.abstract && markdownLine(firstSentence(facts.abstract));
      const reason = rank?.isLikely && cardReason(rank);
      const lines = [`- ${title}`, sentence, reason && `*${markdownLine(reason)}*`].filter(Boolean);
      return `${lines.join('  \n  ')}\n`;
    })
    .join('');
