import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tagColors } from '../../src/ui/tags/tag-color';

const css = readFileSync('src/ui/kit/tokens.css', 'utf8');

function values(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]));
}
const blocks = [...css.matchAll(/\{([^{}]+)\}/g)].map((found) => values(found[1] as string));
const [light, dark, darkBySystem] = blocks as [Record<string, string>, Record<string, string>, Record<string, string>];

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const short = color.slice(1);
  const long = short.length === 3 ? [...short].map((digit) => digit + digit).join('') : short;
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('the dark values are the same by choice and by the system', () => {
  expect(darkBySystem).toEqual(dark);
  const themed = Object.keys(light).filter((name) => !['font', 'mono'].includes(name));
  expect(Object.keys(dark).sort()).toEqual(themed.sort());
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, theme) => {
  const grounds = ['bg', 'raised', 'sunken', 'accent-soft'];
  const texts = ['text', 'soft', 'faint', 'accent', 'ok', 'warn', 'danger'];
  test.each(grounds.flatMap((ground) => texts.map((text) => [text, ground])))('%s is legible on %s', (text, ground) => {
    expect(contrast(theme[text] as string, theme[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });
  test.each([
    ['accent-ink', 'accent'],
    ['text', 'mark'],
    ['bg', 'text'],
  ])('%s is legible on %s', (text, ground) => {
    expect(contrast(theme[text] as string, theme[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });
  const shapes = ['field-line', 'accent', ...Array.from({ length: tagColors }, (_, i) => `tag-${i}`)];
  test.each(grounds.flatMap((ground) => shapes.map((shape) => [shape, ground])))(
    '%s is seen on %s',
    (shape, ground) => {
      expect(contrast(theme[shape] as string, theme[ground] as string)).toBeGreaterThanOrEqual(3);
    },
  );
});
