// @vitest-environment jsdom
import { createElement, render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import '../support/own-page';
import { stubMessages } from '../support/messages';

const { Dialog } = await import('../../src/ui/kit/dialog');

beforeEach(() => stubMessages());

/** Time in which Preact has run all that it puts off until after painting, ms. */
const later = () => new Promise((done) => setTimeout(done, 100));

test('is open, and gives focus back, before the next key could come', async () => {
  const [opener, field] = [document.createElement('button'), document.createElement('input')];
  const place = document.createElement('div');
  document.body.append(opener, field, place);
  opener.focus();

  render(createElement(Dialog, { title: 'Export', onClose: () => {}, children: 'What?' }), place);
  expect(place.querySelector('dialog')?.open).toBe(true);

  render(null, place);
  expect(document.activeElement).toBe(opener);
  field.focus();
  await later();
  expect(document.activeElement).toBe(field);
});

test('an Escape closes it and is used up: what is left of one closes the popup', () => {
  const place = document.createElement('div');
  document.body.append(place);
  let closed = 0;
  const props = { title: 'Export', onClose: () => closed++, children: createElement('input', {}) };
  render(createElement(Dialog, props), place);
  const press = (also: KeyboardEventInit = {}) =>
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...also });
  const field = place.querySelector('input');
  const composing = press({ isComposing: true });
  field?.dispatchEvent(composing);
  expect([closed, composing.defaultPrevented]).toEqual([0, false]);
  const pressed = press();
  field?.dispatchEvent(pressed);
  expect([closed, pressed.defaultPrevented]).toEqual([1, true]);
  render(null, place);
});
