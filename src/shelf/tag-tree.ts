/** The tree of tags that their names describe: `rl/reward` is below `rl`. Pure. */
import type { Tag } from '../paper/paper';

/** A tag in the tree, or a name with only tags below it. */
export interface TagNode {
  /** The full name. */
  name: string;
  /** The last part of the name, which is shown. */
  label: string;
  /** Absent if there are only tags below it. */
  tag?: Tag;
  /** How many papers have the tag itself or one below it. */
  papers: number;
  below: TagNode[];
}

const { compare } = new Intl.Collator();

/** The tree of tags, sorted by name at each level. `counts` are by tag id. */
export function tagTree(tags: readonly Tag[], counts: ReadonlyMap<string, number>): TagNode[] {
  const roots: TagNode[] = [];
  const byName = new Map<string, TagNode>();
  const nodeOf = (name: string): TagNode => {
    const known = byName.get(name);
    if (known) return known;
    const cut = name.lastIndexOf('/');
    const node: TagNode = { name, label: name.slice(cut + 1), papers: 0, below: [] };
    byName.set(name, node);
    (cut < 0 ? roots : nodeOf(name.slice(0, cut)).below).push(node);
    return node;
  };
  for (const tag of [...tags].sort((a, b) => compare(a.name, b.name))) {
    const node = nodeOf(tag.name);
    node.tag = tag;
    node.papers = counts.get(tag.id) ?? 0;
  }
  return roots;
}

/** A tag in the tree as a row among others. */
export interface TagRow {
  node: TagNode;
  /** From 1. */
  level: number;
  /** Its place among the tags of its level below the same parent, from 1, and how many these are. */
  place: number;
  siblings: number;
  /** Index of the row of the tag above it. */
  parent?: number;
  /** Whether the tags below it are shown. Absent where there are none. */
  isOpen?: boolean;
}

/** The rows of a tree from top to bottom, without those below a folded tag. */
export function tagRows(tree: readonly TagNode[], isFolded: (name: string) => boolean): TagRow[] {
  const rows: TagRow[] = [];
  const add = (nodes: readonly TagNode[], level: number, parent?: number) => {
    for (const [i, node] of nodes.entries()) {
      const row: TagRow = { node, level, place: i + 1, siblings: nodes.length };
      if (parent !== undefined) row.parent = parent;
      rows.push(row);
      if (node.below.length === 0) continue;
      row.isOpen = !isFolded(node.name);
      if (row.isOpen) add(node.below, level + 1, rows.length - 1);
    }
  };
  add(tree, 1);
  return rows;
}
