/** Tags by name within a change. */

import { tagName } from '../../paper/tag-name';
import type { Draft } from './unit-of-work';

/** Ids of tags by name, made where they do not exist. */
export async function tagIds(draft: Draft, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const typed of names) {
    const name = tagName(typed);
    if (name === undefined) continue;
    const { id } = await draft.tags.make(name);
    ids.push(id);
  }
  return ids;
}
