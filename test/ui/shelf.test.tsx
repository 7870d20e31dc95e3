// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { clock, day, facts, library, listing } from '../support/library';
import { backgroundAnswers, kept } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Shelf } = await import('../../src/shelf/shelf');
const { Welcome } = await import('../../src/shelf/welcome');
const { draw, screen, user } = setUpScreen();

const titles = () =>
  within(screen.getByRole('list', { name: 'Papers' }))
    .getAllByRole('heading')
    .map((each) => each.textContent);
const side = () => within(screen.getByRole('navigation', { name: 'Navigation' }));
const pane = () => within(screen.getByRole('complementary', { name: 'Paper details' }));

async function open() {
  const own = library();
  await own.save([facts(1), facts(2), facts(3)], listing);
  await own.tag([1, 2], { add: ['rl/reward'] });
  await draw(<Shelf library={own} stored={{}} />);
  await waitFor(() => expect(titles()).toHaveLength(3));
  return own;
}

test('is ready, and says where everything stays', async () => {
  await draw(<Welcome />);
  screen.getByRole('heading', { name: 'Offprint is ready. Everything stays in this browser.' });
  expect(screen.getByRole('link', { name: 'Open today’s papers' })).toHaveProperty(
    'href',
    'https://huggingface.co/papers',
  );
});

test('says by name where a paper’s facts come from', async () => {
  const name = 'Hugging Face Papers';
  backgroundAnswers.set('sites', {
    ok: true,
    answer: [{ id: 'huggingface', name, isRequired: true, isOn: true, origins: [] }],
  });
  await open();
  const term = await pane().findByText('Source');
  await waitFor(() => expect(term.nextElementSibling?.textContent).toBe(name));
});

test('a tag of the tree shows its papers, the parent those of the child', async () => {
  await open();
  await expectAccessible();
  await user.click(await side().findByRole('treeitem', { name: /^rl\b/ }));
  await waitFor(() => expect(titles()).toEqual(['Paper number 1', 'Paper number 2']));
  expect(side().getByRole('treeitem', { name: /^rl\b/, current: true })).toBeTruthy();
});

test('the details name the papers that are related, and a press shows one of them', async () => {
  const own = library();
  const text = { abstract: 'Reward models are trained from human preference data.' };
  await own.save(
    [facts(1, { ...text, title: 'Reward models' }), facts(2, { ...text, title: 'More reward models' })],
    listing,
  );
  await draw(<Shelf library={own} stored={{}} />);
  const related = await pane().findByRole('region', { name: 'Related in your library' });
  expect(related.textContent).toMatch(/reward model/i);
  const [link] = within(related).getAllByRole('link');
  const other = link?.textContent ?? '';
  location.hash = new URL((link as HTMLAnchorElement).href).hash; // jsdom follows no link
  await pane().findByRole('heading', { name: other, level: 2 });
  location.hash = '';
});

test('the paper one is on is shown whole; its facts can be corrected, and the correction taken back', async () => {
  const own = await open();
  await pane().findByRole('heading', { name: 'Paper number 1' });
  await user.click(pane().getByRole('button', { name: 'Edit details' }));
  await expectAccessible();
  const title = pane().getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'A better title');
  const date = pane().getByRole('textbox', { name: /^Published/ });
  await user.clear(date);
  await user.type(date, 'soon');
  await user.click(pane().getByRole('button', { name: 'Save' }));
  screen.getByText(/^Use 2024, 2024-07/);
  await user.clear(date);
  await user.type(date, '2025-12');
  await user.click(pane().getByRole('button', { name: 'Save' }));
  await pane().findByRole('heading', { name: 'A better title' });
  expect((await own.papers([1]))[0]?.facts.published).toBe('2025-12');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await pane().findByRole('heading', { name: 'Paper number 1' });
});

test('volume, issue, pages, publisher and type of a paper can be edited, as they are exported', async () => {
  const own = await open();
  await pane().findByRole('heading', { name: 'Paper number 1' });
  await user.click(pane().getByRole('button', { name: 'Edit details' }));
  for (const [name, text] of Object.entries({ Volume: '12', Issue: '3', Pages: '4–5', Publisher: 'Example Press' }))
    await user.type(pane().getByRole('textbox', { name }), text);
  await user.selectOptions(pane().getByRole('combobox', { name: 'Type' }), 'Journal article');
  await user.click(pane().getByRole('button', { name: 'Save' }));
  const edited = { volume: '12', issue: '3', pages: '4–5', publisher: 'Example Press', type: 'article' };
  await waitFor(async () => expect((await own.papers([1]))[0]?.facts).toMatchObject(edited));
});

test('renames a tag; the name of another merges the two', async () => {
  const own = await open();
  await own.tag([3], { add: ['ml'] });
  await user.click(await side().findByRole('button', { name: 'Edit tag rl' }));
  const name = await screen.findByRole('combobox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'ml');
  await screen.findByText('Tag ml exists. 2 papers will be merged into it.');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  await waitFor(async () => expect((await own.tags()).map((tag) => tag.name).sort()).toEqual(['ml', 'ml/reward']));
});

test('what is removed lies in the trash and comes back', async () => {
  const own = await open();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper number 1'));
  await user.keyboard('#');
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.click(await side().findByRole('button', { name: /^Trash/ }));
  await screen.findByRole('heading', { name: 'Paper number 1' });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Restore' }));
  await screen.findByRole('heading', { name: 'Trash is empty' });
  expect(await own.size()).toBe(3);
});

test('a search is saved under a name and found again', async () => {
  await open();
  await user.keyboard('/number 3');
  await user.click(await screen.findByRole('button', { name: 'Save search' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'The third{Enter}');
  await user.click(await side().findByRole('button', { name: /^All papers/ }));
  await waitFor(() => expect(titles()).toHaveLength(3));
  await user.click(await side().findByRole('button', { name: /^The third/ }));
  await waitFor(() => expect(titles()).toEqual(['Paper number 3']));
});

test('the address names a paper, whatever was searched for last', async () => {
  location.hash = '#paper=arxiv:2601.00002';
  const own = library();
  await own.save([facts(1), facts(2)], listing);
  await draw(<Shelf library={own} stored={{ query: 'nothing' }} />);
  await pane().findByRole('heading', { name: 'Paper number 2' });
  location.hash = '';
});

test('the overview is readable as tables', async () => {
  await open();
  await user.click(side().getByRole('button', { name: 'Overview' }));
  const table = (await screen.findAllByRole('table', { hidden: true }))[0] as HTMLElement;
  expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(27);
  await expectAccessible();
});

const twins = [
  facts(1, { ids: ['doi:10.1/one'], title: 'A Study of Offprints', venue: 'ICML', published: '2026-02' }),
  facts(2, { ids: ['url:https://example.org/one'], title: 'A study of offprints.' }),
];

test('papers that may be one are shown side by side, merged as one change, and parted again by undo', async () => {
  const own = library();
  await own.save([...twins, facts(3)], listing);
  await own.setNote([2], 'mine');
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await side().findByRole('button', { name: 'Possible duplicates' }));
  await user.click(await screen.findByRole('button', { name: 'Compare “A Study of Offprints”' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Are these the same paper?' }));
  const cells = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name}`) }).querySelectorAll('td');
  await waitFor(() => expect(dialog.getAllByRole('columnheader')).toHaveLength(3));
  expect([...cells('Title')].map((cell) => cell.textContent)).toEqual([
    'A Study of Offprints',
    'A study of offprints.',
    expect.stringMatching(/A study of offprints/i),
  ]);
  expect([...cells('Note')].map((cell) => cell.textContent)).toEqual(['–', 'mine', 'mine']);
  const promised = [...cells('Identifiers')].at(-1)?.textContent;
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Merge' }));
  await screen.findByText('Merged 2 papers into one');
  await screen.findByRole('heading', { name: 'No possible duplicates' });
  const [merged] = await own.papers(['doi:10.1/one']);
  expect(merged?.ids.join('\n')).toBe(promised);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Compare “A Study of Offprints”' });
  expect(await own.size()).toBe(3);
});

test('of papers that may be one, the one saved first is shown first and keeps its record', async () => {
  const time = clock();
  const own = library({ now: time.now });
  await own.save(twins.slice(0, 1), listing);
  time.pass(-day);
  await own.save(twins.slice(1), listing);
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await side().findByRole('button', { name: 'Possible duplicates' }));
  await user.click(await screen.findByRole('button', { name: /^Compare/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Are these the same paper?' }));
  const title = await dialog.findByRole('row', { name: /^Title/ });
  await waitFor(() => expect(title.querySelector('td')?.textContent).toBe('A study of offprints.'));
  await user.click(dialog.getByRole('button', { name: 'Merge' }));
  await waitFor(async () => expect((await own.papers(['doi:10.1/one']))[0]?.n).toBe(2));
});

test('two that are kept apart are not suggested again', async () => {
  const own = library();
  await own.save(twins, listing);
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await pane().findByRole('button', { name: 'Compare' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Keep separate' })).toHaveProperty('disabled', false));
  await user.click(screen.getByRole('button', { name: 'Keep separate' }));
  await waitFor(() => expect(pane().queryByRole('button', { name: 'Compare' })).toBeNull());
  await user.click(side().getByRole('button', { name: 'Possible duplicates' }));
  await screen.findByRole('heading', { name: 'No possible duplicates' });
});

test('a library worth it gets one offer of a backup', async () => {
  const own = library();
  await own.save(
    Array.from({ length: 25 }, (_, i) => facts(i + 1)),
    listing,
  );
  await draw(<Shelf library={own} stored={{}} />);
  await screen.findByText(/Your 25 papers exist only in this browser/);
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/exist only in this browser/)).toBeNull();
  expect(kept('setting:backupOffered')).toBe(true);
});
