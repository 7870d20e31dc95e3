// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { library } from '../support/library';
import '../support/own-page';
import { setUpScreen } from '../support/screen';

const { useTagActions } = await import('../../src/shelf/use-tag-actions');
const { useTags } = await import('../../src/ui/tags/use-tags');
const { useChanges } = await import('../../src/ui/library/use-changes');
const { draw } = setUpScreen();

test('a tag is moved below another, but never below one of its own', async () => {
  const renamed: string[] = [];
  const own = { ...library(), renameTag: async (id: string, name: string) => void renamed.push(`${id} ${name}`) };
  const byId = new Map(['ml', 'rl', 'rl/reward'].map((name) => [name, { id: name, name }]));
  let actions: ReturnType<typeof useTagActions> | undefined;
  function Surface() {
    const surface = { changes: useChanges(own as never, () => {}), tags: { ...useTags(own as never), byId } };
    actions = useTagActions(surface as never);
    return null;
  }
  await draw(<Surface />);
  actions?.ofTree.onNest('rl', 'rl/reward');
  actions?.ofTree.onNest('rl/reward', 'rl');
  actions?.ofTree.onNest('rl', 'ml');
  actions?.ofTree.onNest('rl/reward', 'ml');
  expect(renamed).toEqual(['rl ml/rl', 'rl/reward ml/reward']);
});
