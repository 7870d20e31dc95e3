// @vitest-environment jsdom
/** Several papers at once: their tags with three states, and opening all of them. */
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { facts, library, listing } from '../support/library';
import { openedTabs } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

async function open(papers: number, tags: Record<string, number[]> = {}) {
  const own = library();
  await own.save(
    Array.from({ length: papers }, (_, i) => facts(i + 1)),
    listing,
  );
  for (const [name, numbers] of Object.entries(tags)) await own.tag(numbers, { add: [name] });
  await draw(<Shelf library={own} stored={{}} />);
  await screen.findByRole('link', { name: 'Paper number 1' });
  return own;
}
const names = async (own: Awaited<ReturnType<typeof open>>, n: number) => {
  const byId = new Map((await own.tags()).map(({ id, name }) => [id, name]));
  return (await own.papers([n]))[0]?.tags.map((id) => byId.get(id));
};

test('every tag that any of the papers has is shown with how many have it; a mixed one is removed, or given to all', async () => {
  const own = await open(3, { rl: [1, 2], vision: [3], kept: [1, 2, 3] });
  await user.keyboard('a');
  await user.click(await screen.findByRole('button', { name: 'Tag 3 papers' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Tag 3 papers' }));
  const states = async () => {
    const boxes = await dialog.findAllByRole('checkbox');
    return boxes.map((box) => [
      box.closest('label')?.textContent,
      (box as HTMLInputElement).indeterminate ? 'mixed' : (box as HTMLInputElement).checked,
    ]);
  };
  await waitFor(async () =>
    expect(await states()).toEqual([
      ['kept3 of 3', true],
      ['rl2 of 3', 'mixed'],
      ['vision1 of 3', 'mixed'],
    ]),
  );
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Remove tag rl' }));
  await waitFor(async () => expect(await states()).toHaveLength(2));
  await user.click(dialog.getByRole('checkbox', { name: /^vision/ }));
  await waitFor(async () => expect(await names(own, 1)).toEqual(['kept', 'vision']));
  expect(await names(own, 3)).toEqual(['vision', 'kept']);
});

test('many papers are opened after a question, few at once', async () => {
  await open(12);
  await user.keyboard('ao');
  const dialog = within(await screen.findByRole('dialog', { name: 'Open 12 tabs?' }));
  expect(openedTabs).toEqual([]);
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Open 12 tabs' }));
  await waitFor(() => expect(openedTabs).toHaveLength(12));
  openedTabs.length = 0;
  await user.keyboard('{Escape}xo');
  await waitFor(() => expect(openedTabs).toHaveLength(1));
});

test('saved searches stand above the tags, and a field filters the tags', async () => {
  const names = ['agents', 'diffusion', 'rl', 'rl/reward', 'speech', 'theory', 'video', 'vision'];
  const own = await open(1, Object.fromEntries(names.map((name) => [name, [1]])));
  await own.saveFilter({ name: 'My reading', query: 'status:to-read' });
  const side = within(screen.getByRole('navigation', { name: 'Navigation' }));
  await side.findByRole('heading', { name: 'Saved searches' });
  const heads = side.getAllByRole('heading').map((each) => each.textContent);
  expect(heads.indexOf('Saved searches')).toBeLessThan(heads.indexOf('Tags'));
  await user.type(side.getByRole('searchbox', { name: 'Filter tags' }), 'REW');
  await waitFor(() =>
    expect(side.getAllByRole('treeitem').map((each) => each.title.split(' ')[0])).toEqual(['rl', 'rl/reward']),
  );
  await user.type(side.getByRole('searchbox', { name: 'Filter tags' }), 'x');
  side.getByText('No matching tags');
});

test('the status that is chosen in the sidebar is searched as it is shown, and both of its names are known there', async () => {
  await open(1);
  const side = within(screen.getByRole('navigation', { name: 'Navigation' }));
  const toRead = () => side.getByRole('button', { name: /^To read/ });
  await user.click(toRead());
  const search = screen.getByRole('searchbox', { name: 'Search library' });
  expect(search).toHaveProperty('value', 'status:to-read');
  expect(toRead().getAttribute('aria-current')).toBe('true');
  await user.clear(search);
  await user.type(search, 'status:unread');
  expect(toRead().getAttribute('aria-current')).toBe('true');
});
