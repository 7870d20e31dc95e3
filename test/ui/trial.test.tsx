// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Trial } from '../../src/library/types';
import '../support/own-page';
import { setUpScreen } from '../support/screen';

const { useTrial } = await import('../../src/options/use-trial');
const { draw } = setUpScreen();

const rule = { field: 'title', is: 'words', asked: 'reward', tags: ['rl'] } as const;

test.each([
  ['a rule that takes more than 1 ms a paper cannot be used', 51, 'ruleSlow'],
  ['a rule that takes less can', 49, undefined],
])('%s', async (_, milliseconds, message) => {
  const result: Trial = { numbers: new Uint32Array(), first: [], done: 50, papers: 50, milliseconds } as never;
  const library = { tryRule: async () => result };
  let state: ReturnType<typeof useTrial> | undefined;
  function Dialog() {
    state = useTrial(library as never, { ...rule, tags: [...rule.tags] });
    return null;
  }
  await draw(<Dialog />);
  await waitFor(() => expect(state?.result).toBeDefined());
  expect([state?.problem?.message, state?.isDone]).toEqual([message, true]);
});
