import { expect } from 'vitest';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

test('the extension starts, and its pages open without an error', async ({ session }) => {
  session.serve('https://huggingface.co/papers', listingPage('daily', invented.slice(0, 3)));
  const listing = await session.tab('https://huggingface.co/papers');
  expect(await listing.run('document.body.textContent')).toContain(invented[2]?.title);
  for (const name of ['popup', 'shelf', 'options'] as const) {
    const page = await session.page(name);
    expect(await page.run('document.title')).not.toBe('');
  }
  expect(session.errors).toEqual([]);
});

test('every command has a key that the browser leaves free', async ({ session }) => {
  const page = await session.page('options');
  const commands = await page.run<{ name: string; shortcut: string }[]>(
    '(globalThis.browser ?? chrome).commands.getAll()',
  );
  expect(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))).toEqual({
    _execute_action: 'Alt+Shift+L',
    'save-page': 'Alt+Shift+S',
    'toggle-bar': 'Alt+Shift+V',
  });
});
