// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { facts, library, listing } from '../support/library';
import '../support/own-page';
import { setUpScreen } from '../support/screen';

const { useChanges } = await import('../../src/ui/library/use-changes');
const { draw } = setUpScreen();

/** The changes a surface may make, and what it says of them. */
async function changesOf(own: Library) {
  const said: string[] = [];
  const show = (text: string) => void said.push(text);
  let changes: ReturnType<typeof useChanges> | undefined;
  function Surface() {
    changes = useChanges(own, show);
    return null;
  }
  await draw(<Surface />);
  return { changes: changes as ReturnType<typeof useChanges>, said };
}

const starred = async (own: Library) => (await own.rows([1, 2, 3])).map((row) => row.starredAt !== undefined);

test('the star of a selection of which some have one is set on all; taken off only where all have it', async () => {
  const own = library();
  await own.save([facts(1), facts(2), facts(3)], listing);
  const { changes, said } = await changesOf(own);
  await changes.ofShown(2).setStarred(true);
  await changes.toggleStar([1, 2]);
  expect(await starred(own)).toEqual([true, true, false]);
  await changes.toggleStar([1, 2]);
  expect(await starred(own)).toEqual([false, false, false]);
  await changes.toggleStar([1, 2, 3]);
  expect(await starred(own)).toEqual([true, true, true]);
  expect(said).toHaveLength(3);
  expect(said[0]).not.toBe(said[1]);
});
