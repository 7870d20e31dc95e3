/** Finds tags by name within a change. */

import { tagName } from '../../paper/tag-name';
import type { UnitOfWork } from './unit-of-work';

/** Ids of tags by name. Creates missing tags and skips names that are no tag names. */
export async function tagIds(unit: UnitOfWork, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const typed of names) {
    const name = tagName(typed);
    if (name === undefined) continue;
    const { id } = await unit.tags.make(name);
    ids.push(id);
  }
  return ids;
}
