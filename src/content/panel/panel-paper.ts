/** A card as the panel that opens beside its control sees it. */
import type { Mark } from '../../paper/marks';
import type { Subject } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import type { Listing } from '../core/listing';

export function subjectOf(entry: Entry, mark: Mark, listing: Listing): Subject {
  const { key, card } = entry;
  const facts = card.facts();
  const isHere = () => entry.key === key && entry.control?.host.isConnected === true;
  return {
    key,
    title: card.title,
    facts,
    mark,
    anchor: () => (isHere() ? entry.control?.box() : undefined),
    isControl: (target) => target === entry.control?.host,
    focus: () => entry.control?.focus(),
    apply: (marks) => listing.apply(facts.ids, marks),
    closed: (refocus) => {
      entry.isOpen = false;
      entry.draw();
      if (refocus && isHere()) entry.control?.focus();
    },
  };
}
