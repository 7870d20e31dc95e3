// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import type { Paper } from '../../src/paper/paper';
import { facts, library, listing } from '../support/library';
import { setUpScreen } from '../support/screen';

const { usePossibleDuplicates } = await import('../../src/shelf/use-duplicates');
const { draw } = setUpScreen();

const title = 'Proceedings of an Invented Workshop';
const alike = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => facts(from + i, { ids: [`doi:10.1000/${from + i}`], title }));

test('possible duplicates of a paper are shown, unless too many papers have its title', async () => {
  const own = library();
  await own.save(alike(50, 1), listing);
  const [paper] = await own.papers([1]);
  let rows = -1;
  function Count({ library, paper }: { library: Library; paper: Paper | undefined }) {
    rows = usePossibleDuplicates(library, paper, []).length;
    return null;
  }
  await draw(<Count library={own} paper={paper} />);
  await waitFor(() => expect(rows).toBe(49));
  await own.save(alike(1, 51), listing);
  const [again] = await own.papers([1]);
  const asked: string[] = [];
  const counting: Library = {
    ...own,
    async find(...given) {
      asked.push('find');
      return own.find(...given);
    },
    async rows(...given) {
      asked.push('rows');
      return own.rows(...given);
    },
  };
  await draw(<Count library={counting} paper={again} />);
  await waitFor(() => expect(rows).toBe(0));
  expect(asked).toEqual(['find']);
});
