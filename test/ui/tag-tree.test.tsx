// @vitest-environment jsdom
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { TagTree } = await import('../../src/shelf/tag-tree-view');
const { tagTree } = await import('../../src/shelf/tag-tree');
const { draw, screen, user } = setUpScreen();

const shown: string[] = [];
const edited: string[] = [];
const actions = {
  isOn: (name: string) => name === 'rl',
  onShow: (name: string, added: boolean) => void shown.push(added ? `+${name}` : name),
  onEdit: (id: string) => void edited.push(id),
  onDropPapers: () => undefined,
  onNest: () => undefined,
};
const named = (names: readonly string[]) =>
  tagTree(
    names.map((name) => ({ id: `id of ${name}`, name })),
    new Map(),
  );
const drawTree = (names: readonly string[]) =>
  draw(
    <nav class="side" aria-label="Navigation">
      <TagTree tree={named(names)} actions={actions} />
    </nav>,
  );
const items = () => within(screen.getByRole('tree', { name: 'Tags' })).getAllByRole('treeitem');
/** The tag of a row: its tooltip says it before the rest. */
const tagOf = (item: Element | null | undefined) => item?.getAttribute('title')?.split(' · ')[0];
const focused = () => tagOf(document.activeElement);

test('of 50,000 tags the tree draws what is in view, and says how many there are', async () => {
  await drawTree(Array.from({ length: 50_000 }, (_, i) => `topic ${String(i).padStart(5, '0')}`));
  expect(items().length).toBeLessThan(60);
  expect(document.querySelectorAll('.tree *').length).toBeLessThan(600);
  expect(items()[3]?.getAttribute('aria-posinset')).toBe('4');
  expect(items()[3]?.getAttribute('aria-setsize')).toBe('50000');
  expect(items()[3]?.getAttribute('aria-level')).toBe('1');
  await user.tab();
  await user.keyboard('{End}');
  expect(focused()).toBe('topic 49999');
  expect(items().length).toBeLessThan(60);
});

test('the keys of a tree: arrows move, fold and unfold; Enter shows, with Ctrl in addition; Tab leads to editing', async () => {
  await drawTree(['ml', 'rl', 'rl/reward', 'rl/reward/shaping', 'vision']);
  await expectAccessible();
  expect(
    items().map((item) => [tagOf(item), item.getAttribute('aria-level'), item.getAttribute('aria-expanded')]),
  ).toEqual([
    ['ml', '1', null],
    ['rl', '1', 'true'],
    ['rl/reward', '2', 'true'],
    ['rl/reward/shaping', '3', null],
    ['vision', '1', null],
  ]);
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  expect(focused()).toBe('rl/reward/shaping');
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(focused()).toBe('rl/reward');
  expect(items().map(tagOf)).toEqual(['ml', 'rl', 'rl/reward', 'vision']);
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toBe('rl');
  expect(items()[1]?.getAttribute('aria-current')).toBe('true');
  await user.keyboard('{Enter}{ArrowUp}{Control>}{Enter}{/Control}');
  expect(shown).toEqual(['rl', '+ml']);
  await user.tab();
  await user.keyboard('{Enter}');
  expect(edited).toEqual(['id of ml']);
});
