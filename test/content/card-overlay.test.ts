// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { CardOverlay } from '../../src/content/core/card-overlay';
import type { Mark } from '../../src/paper/marks';
import type { Card } from '../../src/sites/site';

const element = document.createElement('article');
const card = (id: string): Card => ({
  ids: [id],
  title: id,
  element,
  slot: element,
  spot: { corner: 'top-right' },
  facts: () => ({ ids: [id], title: id }),
});
const mark: Mark = { key: 'test:1', status: 'read', starred: false, tags: ['private'], savedAt: 0 };

test('the mark of a paper is forgotten as soon as its element shows another paper', () => {
  const overlay = new CardOverlay(card('test:1'), () => {});
  overlay.setMark(mark, 1);
  expect([overlay.renew(card('test:1')), overlay.mark]).toEqual([false, mark]);
  expect([overlay.renew(card('test:2')), overlay.mark, overlay.state]).toEqual([true, undefined, 'waiting']);
});
