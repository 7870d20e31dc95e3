/** Tags as the tree their names make: `rl/reward` lies below `rl`. Pure. */
import type { Tag } from '../paper/paper';

export interface TagNode {
  /** The whole name. */
  name: string;
  /** The last part of it, as it is shown. */
  label: string;
  /** Absent where only tags below it exist. */
  tag?: Tag;
  /** Papers with the tag itself or one below it. */
  papers: number;
  below: TagNode[];
}

/** The tree of some tags, each level by name. */
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
