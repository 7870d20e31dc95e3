// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { facts, freshName, library, listing } from '../support/library';
import { kept, openedTabs } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { dismissDataLoss, checkForDataLoss } = await import('../../src/backup/data-loss');
const { DataLossNotice } = await import('../../src/ui/surface/data-loss-notice');
const settings = await import('../../src/settings');
const { draw, screen, user } = setUpScreen();

const many = (count: number, from = 1) => Array.from({ length: count }, (_, at) => facts(from + at));

/** A library with papers whose number was noted, and a function that deletes it as the browser would. */
async function noted(count: number) {
  const name = freshName();
  const shelf = library({ name });
  await shelf.save(many(count), listing);
  expect(await checkForDataLoss(shelf)).toBeUndefined();
  return {
    shelf,
    deleted: async () => {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
    },
  };
}

test('the loss of a library that the browser deleted is reported until the user dismisses it', async () => {
  const { shelf, deleted } = await noted(5);
  await deleted();
  expect(await checkForDataLoss(shelf)).toMatchObject({ papers: 5 });
  await shelf.save(many(2, 100), listing);
  expect(await checkForDataLoss(shelf)).toMatchObject({ papers: 5 });
  await dismissDataLoss();
  expect(await checkForDataLoss(shelf)).toBeUndefined();
});

test('the loss is reported until the library has as many papers again', async () => {
  const { shelf, deleted } = await noted(3);
  await deleted();
  expect(await checkForDataLoss(shelf)).toMatchObject({ papers: 3 });
  await shelf.save(many(3), listing);
  expect(await checkForDataLoss(shelf)).toBeUndefined();
});

test('the loss is detected even after papers were saved again', async () => {
  const { shelf, deleted } = await noted(5);
  await deleted();
  await shelf.save(many(2), listing);
  expect(await checkForDataLoss(shelf)).toMatchObject({ papers: 5 });
});

test('removing, emptying the trash and undo are not reported as a loss', async () => {
  const { shelf } = await noted(5);
  const { numbers } = await shelf.save(many(2, 50), listing);
  await checkForDataLoss(shelf);
  await shelf.undo();
  expect(await checkForDataLoss(shelf)).toBeUndefined();
  await shelf.remove((await shelf.newest(9)).map(({ n }) => n));
  await shelf.emptyTrash();
  expect(await shelf.size()).toBe(0);
  expect(await checkForDataLoss(shelf)).toBeUndefined();
  expect(numbers).toEqual([6, 7]);
});

test('losing an empty library is not reported', async () => {
  const { shelf, deleted } = await noted(1);
  await shelf.remove([1]);
  await shelf.emptyTrash();
  await checkForDataLoss(shelf);
  await deleted();
  expect(await checkForDataLoss(shelf)).toBeUndefined();
});

test('after a loss, new numbers are not taken for papers exported or sent before', async () => {
  const { shelf, deleted } = await noted(5);
  await settings.set({ exported: { bibtex: { upTo: 5, at: 1 } }, zoteroSent: [1, 2], theme: 'dark' });
  await deleted();
  await checkForDataLoss(shelf);
  expect(await settings.get()).toMatchObject({ exported: {}, zoteroSent: [], theme: 'dark' });
  expect(kept('library:noted')).toEqual({ papers: 0, given: 0 });
});

test('popup and library report the loss, link to restoring a backup, and stop when dismissed', async () => {
  const { shelf, deleted } = await noted(5);
  await deleted();
  await draw(<DataLossNotice library={shelf} />);
  expect((await screen.findByRole('alert')).textContent).toContain('Your library of 5 papers is gone');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Restore or import' }));
  expect(openedTabs).toEqual(['options']);
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await draw(<DataLossNotice library={library()} />);
  await waitFor(() => expect(kept('library:noted')).toEqual({ papers: 0, given: 0 }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the notice disappears when the backup is restored', async () => {
  const { shelf, deleted } = await noted(2);
  await deleted();
  await draw(<DataLossNotice library={shelf} />);
  await screen.findByRole('alert');
  await shelf.save(many(2), listing);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
