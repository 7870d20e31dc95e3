import type { RankedCard } from '../../library/types';
import { reasonText } from '../../messages/reason';

/** Why a card looks like the reader's papers, with the tag that it is most like. */
export const cardReason = ({ because }: RankedCard): string | undefined =>
  because && (because.tag === undefined ? reasonText(because) : `${because.tag}: ${reasonText(because)}`);
