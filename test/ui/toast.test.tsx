// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setUpScreen } from '../support/screen';

const { Toasts } = await import('../../src/ui/kit/toast');
const { useToasts } = await import('../../src/ui/kit/use-toasts');
const { draw, screen } = setUpScreen();

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

let show: ReturnType<typeof useToasts>['show'];
function Surface() {
  const toasts = useToasts();
  show = toasts.show;
  return <Toasts toasts={toasts.toasts} onDismiss={toasts.dismiss} />;
}
const shown = () => [...document.querySelectorAll('.toast .said')].map((each) => each.textContent);
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test('an outcome replaces the one before it, but never hides an error', async () => {
  await draw(<Surface />);
  await act(() => show('Not saved', { isError: true }));
  await act(() => show('Copied'));
  await act(() => show('Saved'));
  expect(shown()).toEqual(['Not saved', 'Saved']);
});

test('an outcome disappears after a while; an error stays until it is dismissed', async () => {
  await draw(<Surface />);
  await act(() => show('Saved'));
  await act(() => show('Not saved', { isError: true }));
  await wait(6000);
  expect(shown()).toEqual(['Not saved', 'Saved']);
  await wait(60_000);
  expect(shown()).toEqual(['Not saved']);
  await act(() => screen.getByRole('button', { name: 'Dismiss' }).click());
  expect(shown()).toEqual([]);
});

test('an outcome stays while the pointer is over it', async () => {
  await draw(<Surface />);
  await act(() => show('Saved'));
  const toast = document.querySelector('.toast');
  await act(() => void toast?.dispatchEvent(new MouseEvent('mouseenter')));
  await wait(60_000);
  expect(shown()).toEqual(['Saved']);
  await act(() => void toast?.dispatchEvent(new MouseEvent('mouseleave')));
  await wait(8000);
  expect(shown()).toEqual([]);
});
