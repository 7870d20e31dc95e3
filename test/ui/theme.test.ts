// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import '../support/own-page';

const settings = await import('../../src/settings');
const { followTheme } = await import('../../src/ui/settings/theme');
const shown = () => document.documentElement.dataset.theme;

test('the theme of the last time is there before the settings are read, and follows them afterwards', async () => {
  await settings.set({ theme: 'dark' });
  followTheme();
  expect(shown()).toBeUndefined();
  await vi.waitFor(() => expect(shown()).toBe('dark'));
  delete document.documentElement.dataset.theme;
  await settings.set({ theme: 'light' });
  followTheme();
  expect(shown()).toBe('dark');
  await vi.waitFor(() => expect(shown()).toBe('light'));
});
