// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Veil } from '../../src/content/bar/veil';

/** A card with a style of its own, or none. */
function cardOf(style = ''): HTMLElement {
  document.body.innerHTML = `<article${style && ` style="${style}"`}>A paper</article>`;
  return document.querySelector('article') as HTMLElement;
}
const dim = (card: Element) => new Map([[card, 'dim']] as const);
const hide = (card: Element) => new Map([[card, 'hide']] as const);
const none = new Map();

test.each([
  ['without a style attribute', '', '<article>A paper</article>'],
  ['with one', 'opacity: 0.5; color: red', '<article style="opacity: 0.5; color: red;">A paper</article>'],
  ['with an important style', 'opacity: 0.5 !important', '<article style="opacity: 0.5 !important;">A paper</article>'],
])('a card %s is dimmed, and restored exactly', (_, style, after) => {
  const card = cardOf(style);
  const veil = new Veil();
  veil.apply(dim(card));
  expect([card.style.opacity, card.style.getPropertyPriority('opacity')]).toEqual(['0.3', 'important']);
  veil.apply(none);
  expect(document.body.innerHTML).toBe(after);
});

test('a style that the page changed meanwhile is left alone', () => {
  const card = cardOf('opacity: 0.5');
  const veil = new Veil();
  veil.apply(dim(card));
  card.style.setProperty('opacity', '0.9');
  veil.apply(none);
  expect(card.style.opacity).toBe('0.9');
});

test('a card that the page itself hid meanwhile stays hidden', () => {
  const card = cardOf();
  const veil = new Veil();
  veil.apply(hide(card));
  // The same value, but not ours: without `!important`.
  card.style.setProperty('display', 'none');
  veil.apply(none);
  expect(card.style.display).toBe('none');
});

test('a card stays hidden when the page overwrites its style', () => {
  const card = cardOf();
  const veil = new Veil();
  veil.apply(hide(card));
  card.setAttribute('style', 'color: red');
  veil.apply(hide(card));
  expect(card.style.display).toBe('none');
});

test('a card that was dimmed and then hidden is restored exactly', () => {
  const card = cardOf();
  const veil = new Veil();
  veil.apply(dim(card));
  veil.apply(hide(card));
  expect([card.style.display, card.style.opacity]).toEqual(['none', '']);
  veil.apply(none);
  expect(card.hasAttribute('style')).toBe(false);
});
