/** Finds the papers of the index that match a query: the same that `matchesQuery` finds one by one. */
import { statuses, type Tag } from '../../paper/paper';
import { fold, foldName } from '../../query/fold';
import { categoryMatches, siteMatches, tagMatcher } from '../../query/match';
import type { Have, Leaf, Node, RangeField } from '../../query/query';
import { Bits } from './bits';
import { type Columns, flag } from './columns';
import type { TermIndex } from './term-index';

/** What conditions are evaluated on. */
export interface Index {
  columns: Columns;
  terms: TermIndex;
  tags: ReadonlyMap<string, Tag>;
}

interface FoldedTag {
  id: string;
  /** By `foldName`. */
  name: string;
  /** By `fold`. */
  words: string;
}

/** Folded names of a set of tags, which never changes: folding 50,000 again takes longer than a key press may. */
const foldedSets = new WeakMap<ReadonlyMap<string, Tag>, readonly FoldedTag[]>();

function foldedTags(tags: ReadonlyMap<string, Tag>): readonly FoldedTag[] {
  const known =
    foldedSets.get(tags) ??
    Array.from(tags.values(), ({ id, name }) => ({ id, name: foldName(name), words: fold(name) }));
  foldedSets.set(tags, known);
  return known;
}

/** Points of each paper by number, summed up over a query's words. */
export type Scores = Uint16Array;

/** Evaluates a query on all present papers. */
export class Evaluation {
  readonly present: Bits;
  private readonly known = new Map<Node, Bits>();

  constructor(
    private readonly index: Index,
    private readonly scores?: Scores,
  ) {
    this.present = index.columns.allPresent();
  }

  /** The papers that match a node. Do not change the returned set. */
  find(node: Node | undefined): Bits {
    if (!node) return this.present;
    const known = this.known.get(node) ?? this.read(node).and(this.present);
    this.known.set(node, known);
    return known;
  }

  private read(node: Node): Bits {
    switch (node.is) {
      case 'and':
        return node.of.reduce((found, part) => found.and(this.find(part)), this.present.copy());
      case 'or':
        return node.of.reduce((found, part) => found.or(this.find(part)), this.none());
      case 'not':
        return this.present.copy().without(this.find(node.of));
      default:
        return this.leaf(node);
    }
  }

  private leaf(leaf: Leaf): Bits {
    const { of, lists } = this.index.columns;
    switch (leaf.is) {
      case 'text':
        return this.text(leaf);
      case 'id':
        return this.index.terms.ids(leaf.value, this.none());
      case 'tag': {
        const asked = tagMatcher(leaf.name);
        return this.tagged(({ name }) => asked(name));
      }
      case 'site':
        return this.listed(
          of.sites,
          lists.sites.which((sites) => sites.some((site) => siteMatches(leaf.name, site))),
        );
      case 'category': {
        const which = lists.categories.which((all) => all.some((category) => categoryMatches(leaf.name, category)));
        return this.listed(of.categories, which);
      }
      case 'status': {
        const status = statuses.indexOf(leaf.status);
        return this.where((n) => ((of.flags[n] ?? 0) & 3) === status);
      }
      case 'starred':
        return this.flagged(flag.starred);
      case 'saved':
        return this.present.copy();
      case 'published':
      case 'retracted':
        return this.flagged(flag[leaf.is]);
      case 'has':
        return this.has(leaf.what);
      case 'range':
        return this.range(leaf.of, leaf.min, leaf.max);
    }
  }

  private text(leaf: Leaf & { is: 'text' }): Bits {
    const { field, needle } = leaf;
    const found = this.none();
    const { of, lists } = this.index.columns;
    const inVenue = () => this.listed(of.venue, lists.venue.holding(needle));
    if (field === 'venue') return found.or(inVenue());
    this.index.terms.find(leaf, found, this.scores);
    if (field === 'any') found.or(inVenue()).or(this.tagged(({ words }) => words.includes(needle)));
    return found;
  }

  private tagged(fulfils: (tag: FoldedTag) => boolean): Bits {
    const asked = new Set(foldedTags(this.index.tags).flatMap((tag) => (fulfils(tag) ? tag.id : [])));
    if (asked.size === 0) return this.none();
    const { of, lists } = this.index.columns;
    return this.listed(
      of.tags,
      lists.tags.which((ids) => ids.some((id) => asked.has(id))),
    );
  }

  private has(what: Have): Bits {
    const { of } = this.index.columns;
    if (what === 'tag') return this.where((n) => (of.tags[n] ?? 0) > 0);
    if (what === 'venue') return this.where((n) => (of.venue[n] ?? 0) > 0);
    if (what === 'date') return this.where((n) => (of.published[n] ?? 0) > 0);
    return this.flagged(flag[what]);
  }

  private range(of: RangeField, min: number, max: number): Bits {
    const column = this.index.columns.of[of];
    if (of === 'saved' || of === 'changed')
      return this.where((n) => (column[n] ?? 0) >= min && (column[n] ?? 0) <= max);
    const shift = of === 'published' ? 0 : 1;
    return this.where(
      (n) => (column[n] ?? 0) > 0 && (column[n] ?? 0) - shift >= min && (column[n] ?? 0) - shift <= max,
    );
  }

  private flagged(bit: number): Bits {
    const { flags } = this.index.columns.of;
    return this.where((n) => ((flags[n] ?? 0) & bit) !== 0);
  }

  private listed(column: Uint32Array, which: Uint8Array): Bits {
    if (!which.includes(1)) return this.none();
    return this.where((n) => which[column[n] ?? 0] === 1);
  }

  private where(holds: (n: number) => boolean): Bits {
    const found = this.none();
    for (let word = 0, n = 0; word < found.words.length; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, n++) if (holds(n)) bits |= 1 << bit;
      found.words[word] = bits;
    }
    return found;
  }

  private none(): Bits {
    return new Bits(this.index.columns.size);
  }
}
