// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { facts, library, listing } from '../support/library';
import '../support/own-page';
import { setUpScreen } from '../support/screen';

const { scopesOf, useScoped } = await import('../../src/ui/export/use-export-scope');
const { draw } = setUpScreen();

test('new since the last export are the papers saved after it, not the last one of it', async () => {
  const own = library();
  await own.save([facts(1), facts(2), facts(3)], listing);
  let found: readonly number[] | undefined;
  const choosable = { given: [], shown: [], size: 3 };
  function Dialog() {
    found = useScoped(own, { of: 'new' }, choosable, 2);
    return null;
  }
  await draw(<Dialog />);
  await waitFor(() => expect(found).toEqual([3]));
});

test.each([
  ['all papers are listed', { given: [1, 2], shown: [1, 2], size: 2 }, ['all', 'new', 'tag']],
  ['some are listed', { given: [1], shown: [1], size: 2 }, ['shown', 'all', 'new', 'tag']],
  ['some of them are selected', { given: [1], shown: [1, 2], size: 3 }, ['selection', 'shown', 'all', 'new', 'tag']],
])('offers only scopes that differ: %s', (_, choosable, scopes) => expect(scopesOf(choosable)).toEqual(scopes));
