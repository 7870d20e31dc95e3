// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { facts, library, listing } from '../support/library';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { OptionsPage } = await import('../../src/options/options');
const { draw, screen, user } = setUpScreen();

const rewarding = (number: number) => facts(number, { title: `Reward number ${number}` });

async function open() {
  const own = library();
  await own.save([facts(1), rewarding(2), rewarding(3)], listing);
  await draw(<OptionsPage library={own} />);
  await screen.findByText(/^3 papers/);
  return own;
}

test('a rule is tried while it is typed, switched on, applied to the library, and all of it taken back', async () => {
  const own = await open();
  await user.click(screen.getByRole('button', { name: 'Add rule' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add rule' }));
  expect(dialog.getByRole('button', { name: 'Save and turn on' })).toHaveProperty('disabled', true);
  await user.type(dialog.getByRole('textbox', { name: 'Words' }), 'reward');
  await dialog.findByText('Add at least one tag.');
  await user.type(dialog.getByRole('combobox', { name: 'Tags to add' }), 'rl/reward{Enter}');
  await dialog.findByText('Would tag 2 of 3 papers.');
  dialog.getByText('Reward number 2');
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Save and turn on' }));
  const turn = await screen.findByRole('switch', { name: 'Title or abstract contains “reward”' });
  expect(turn.getAttribute('aria-checked')).toBe('true');
  await expectAccessible();
  const count = async () => (await own.find('tag:rl/reward')).numbers.length;
  expect(await count()).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Apply to library: Title or abstract contains “reward”' }));
  await screen.findByText('Tagged 2 papers');
  expect(await count()).toBe(2);
  await user.click(
    within(screen.getByText('Tagged 2 papers').closest('.toast') as HTMLElement).getByRole('button', { name: 'Undo' }),
  );
  await waitFor(async () => expect(await count()).toBe(0));
  await user.click(turn);
  await waitFor(() => expect(turn.getAttribute('aria-checked')).toBe('false'));
  await user.click(screen.getByRole('button', { name: 'Delete: Title or abstract contains “reward”' }));
  await waitFor(() => expect(screen.queryByRole('switch', { name: /reward/ })).toBeNull());
});

test.each([
  ['(a+)+$', /repeats something that already repeats/],
  ['(?=a)', /isn’t supported/],
  ['([a', /Not a valid regular expression/],
  ['(?:[a-z]?){900}{2}', /too large|Not a valid regular expression/],
])('the pattern %s is refused with a reason', async (pattern, reason) => {
  await open();
  await user.click(screen.getByRole('button', { name: 'Add rule' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Match' }), 'Regular expression');
  const field = dialog.getByRole('textbox', { name: 'Pattern' });
  await user.click(field);
  await user.paste(pattern);
  await user.type(dialog.getByRole('combobox', { name: 'Tags to add' }), 'x{Enter}');
  await dialog.findByText(reason);
  expect(dialog.getByRole('button', { name: 'Save and turn on' })).toHaveProperty('disabled', true);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a rule that is off is tried again before it is on', async () => {
  const own = await open();
  await own.saveRule({ field: 'title', is: 'words', asked: 'reward', tags: ['r'], on: false });
  const turn = await screen.findByRole('switch', { name: 'Title contains “reward”' });
  await user.click(turn);
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit rule' }));
  await dialog.findByText('Would tag 2 of 3 papers.');
  await user.type(dialog.getByRole('textbox', { name: 'Words' }), '{Enter}');
  await waitFor(() => expect(turn.getAttribute('aria-checked')).toBe('true'));
  expect(await own.rules()).toHaveLength(1);
});
