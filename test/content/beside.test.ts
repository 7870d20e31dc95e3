import { expect, test } from 'vitest';
import { beside } from '../../src/content/core/beside';

const rect = (left: number, top: number): DOMRectReadOnly =>
  ({ left, top, right: left + 80, bottom: top + 22 }) as DOMRectReadOnly;
const panel = { width: 320, height: 240 };
const viewport = { width: 1280, height: 800 };

test.each([
  ['below the control, ends aligned', rect(600, 100), viewport, { left: 360, top: 126 }],
  ['above where there is no room below', rect(600, 700), viewport, { left: 360, top: 456 }],
  ['not over the left edge', rect(100, 100), viewport, { left: 8, top: 126 }],
  ['not over the right edge', rect(1250, 100), viewport, { left: 952, top: 126 }],
  ['in a narrow window', rect(250, 100), { width: 336, height: 800 }, { left: 8, top: 126 }],
  ['in a window too low for it', rect(600, 100), { width: 1280, height: 230 }, { left: 360, top: 8 }],
])('%s', (_, control, window, place) => expect(beside(control, panel, window)).toEqual(place));
