// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { findPlace, setInlinePlacing } from '../../src/content/core/place';
import type { Card, Place } from '../../src/sites/site';

afterEach(() => {
  setInlinePlacing({ strip: () => strip, room: () => 7, show: () => {} });
  document.body.innerHTML = '';
});

const strip = { left: 0, right: 300, top: 8, bottom: 30 };

/** An element with a size, which jsdom does not compute. */
function element(name: string, box: { left: number; top: number; width: number; height: number }): HTMLElement {
  const made = document.createElement(name);
  const rect = { ...box, right: box.left + box.width, bottom: box.top + box.height } as DOMRect;
  vi.spyOn(made, 'getBoundingClientRect').mockReturnValue(rect);
  vi.spyOn(made, 'getClientRects').mockReturnValue((box.width ? [rect] : []) as unknown as DOMRectList);
  for (const [key, value] of [
    ['clientWidth', box.width],
    ['clientHeight', box.height],
  ] as const)
    Object.defineProperty(made, key, { value });
  return made;
}

/** A card 400 px wide with a title that reaches from `left` to `right` on the control's line. */
function card(left: number, right: number, rest: Partial<Card> = {}): Card {
  const slot = element('article', { left: 0, top: 0, width: 400, height: 100 });
  const title = element('h3', { left, top: 8, width: right - left, height: 20 });
  title.textContent = 'Title';
  slot.append(title);
  return {
    ids: [],
    title: '',
    element: slot,
    slot,
    spot: { corner: 'top-right' },
    facts: () => ({}) as never,
    ...rest,
  };
}

test('the room at a right corner ends where the text of the line begins', () => {
  expect(findPlace(card(8, 300), 60)).toMatchObject({ strip: { left: 8, right: 392, top: 8, bottom: 30 }, free: 92 });
});

test('the room at a left corner ends where the text of the line begins', () => {
  expect(findPlace(card(150, 392, { spot: { corner: 'top-left' } }), 60).free).toBe(142);
});

test('without room at the first place the next one with room is taken; without any, the first', () => {
  const wide: Place = {
    slot: element('p', { left: 0, top: 200, width: 400, height: 30 }),
    spot: { corner: 'top-left' },
  };
  expect(findPlace(card(8, 380, { elsewhere: [wide] }), 60).place).toBe(wide);
  const full = card(8, 380);
  expect(findPlace(full, 60)).toMatchObject({ place: full, free: 12 });
});

test('a hidden place is not taken', () => {
  const seen: Place = {
    slot: element('p', { left: 0, top: 200, width: 50, height: 30 }),
    spot: { corner: 'top-left' },
  };
  const hidden = element('article', { left: 0, top: 0, width: 0, height: 0 });
  expect(findPlace(card(8, 300, { slot: hidden, elsewhere: [seen] }), 60).place).toBe(seen);
});

test('only a link in running text is placed by the script that reads any page', () => {
  setInlinePlacing({ strip: () => strip, room: () => 7, show: () => {} });
  expect(findPlace(card(8, 300), 60).free).toBe(92);
  const link = document.createElement('a');
  expect(findPlace(card(8, 300, { after: link }), 60)).toMatchObject({ strip, free: 7 });
});
