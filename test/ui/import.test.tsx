// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { facts, library, listing } from '../support/library';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { ImportDialog } = await import('../../src/ui/import/import-dialog');
const { useChanges } = await import('../../src/ui/library/use-changes');
const { draw, screen, user } = setUpScreen();

function Page({ own }: { own: ReturnType<typeof library> }) {
  return <ImportDialog library={own} changes={useChanges(own, () => {})} onClose={() => {}} />;
}

async function choose(name: string, text: string) {
  const own = library();
  await own.save([facts(1)], listing);
  await draw(<Page own={own} />);
  const file = new File([text], name);
  // jsdom's files cannot be read as a buffer.
  Object.assign(file, { arrayBuffer: async () => new TextEncoder().encode(text).buffer });
  await user.upload(screen.getByLabelText('Choose a file, or drop it here'), file);
  return own;
}

/** Rows of the table of counts. */
const counts = () => screen.getAllByRole('row').map((row) => row.textContent);

const mixed = `@article{a, title={Moss on slate}, author={Berg, Vera}, year={2020}, isbn={1}, foo={2}}
@article{b, title={Fog at noon}, author={Li, Bo}, year={2021}, isbn={3}}
@article{c, foo
@article{d, title={Lanterns}, year={some day}}`;

test('a report says how many entries a file has, which were not read and where, and what is left out', async () => {
  await choose('mixed.bib', mixed);
  await screen.findByText('3 new papers');
  expect(counts()).toEqual(['Entries in the file4', 'Read3', 'Not read1']);
  await user.click(screen.getByText('1 entry was not read'));
  screen.getByText('Line 3: A brace is missing. @article{c, foo');
  await user.click(screen.getByText('Fields that are not imported'));
  screen.getByText('isbn (in 2 entries)');
  screen.getByText('date (in 1 entry)');
  await expectAccessible();
});

test('the report can be copied, to be sent to someone', async () => {
  await choose('mixed.bib', mixed);
  await user.click(await screen.findByRole('button', { name: 'Copy report' }));
  await screen.findByText('Copied');
  expect(await navigator.clipboard.readText()).toBe(`mixed.bib (BibTeX)
Entries in the file: 4
Read: 3

1 entry was not read
- Line 3: A brace is missing. @article{c, foo

Fields that are not imported
- isbn (in 2 entries)
- date (in 1 entry)
- foo (in 1 entry)
`);
});

test('a file that was read whole has nothing to report', async () => {
  await choose('one.bib', '@article{a, title={Moss}, author={Berg, Vera}, year={2020}}');
  await screen.findByText('1 new paper');
  expect(counts()).toEqual(['Entries in the file1', 'Read1', 'Not read0']);
  expect(screen.queryByRole('button', { name: 'Copy report' })).toBeNull();
});

test('a table whose columns are not known is read by what the user says they are', async () => {
  const own = await choose('table.csv', 'Nimi,Tekijä,Vuosi\nSammal,"Berg, Vera",2020\nSumu,"Li, Bo",2021\n');
  await screen.findByText('Choose what each column of this table contains.');
  await expectAccessible();
  const read = screen.getByRole('button', { name: 'Read the table' });
  expect((read as HTMLButtonElement).disabled).toBe(true);
  for (const [column, field] of Object.entries({ Nimi: 'Title', Tekijä: 'Authors', Vuosi: 'Date or year' }))
    await user.selectOptions(screen.getByRole('combobox', { name: new RegExp(`^${column}`) }), field);
  await user.click(read);
  await screen.findByText('2 new papers');
  await user.click(screen.getByRole('button', { name: 'Import 2 papers' }));
  await waitFor(async () => expect(await own.size()).toBe(3));
  const imported = (await own.newest(2)).map(({ facts }) => facts);
  expect(imported).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: 'Sammal', authors: ['Vera Berg'], published: '2020' }),
      expect.objectContaining({ title: 'Sumu', authors: ['Bo Li'], published: '2021' }),
    ]),
  );
});

test('many keywords are left out unless ticked; a tag and a status are chosen for the whole file', async () => {
  const keywords = Array.from({ length: 16 }, (_, i) => `word ${i}`).join(', ');
  const own = await choose(
    'mendeley.bib',
    `@article{a, title={Moss}, author={Berg, Vera}, year={2020}, doi={10.5555/9}, keywords={${keywords}, fog}}`,
  );
  await screen.findByText('1 new paper');
  screen.getByText('Keywords as tags: 0 of 17');
  await user.click(screen.getByRole('checkbox', { name: /^fog/ }));
  await user.type(screen.getByLabelText('Tag for all'), 'from Mendeley');
  await user.selectOptions(screen.getByLabelText('Status'), 'reading');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Import 1 paper' }));
  await waitFor(async () => expect(await own.size()).toBe(2));
  expect((await own.tags()).map(({ name }) => name)).toEqual(['fog', 'from Mendeley']);
  expect((await own.rows(['doi:10.5555/9']))[0]?.status).toBe('reading');
});
