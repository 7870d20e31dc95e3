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
  for (const tag of [...tags].sort((a, b) => a.name.localeCompare(b.name))) {
    const node = nodeOf(tag.name);
    node.tag = tag;
    node.papers = counts.get(tag.id) ?? 0;
  }
  return roots;
}
