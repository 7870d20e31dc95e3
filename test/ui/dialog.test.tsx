// @vitest-environment jsdom
import { createElement, render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import '../support/own-page';
import { stubMessages } from '../support/messages';

const { Dialog } = await import('../../src/ui/dialog');

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
