/** Every listener of ours in pages hears real input only: the page can dispatch any event. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sources = readdirSync(join(root, 'src/content'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, 'src/content', file), 'utf8') }));

/** Files that add listeners themselves, and why they may. */
const exempt: Record<string, string> = {
  'core/trusted.ts': 'It is the check.',
  'core/guard.ts': 'It checks isTrusted, and hears window before the page.',
  'core/dom.ts': 'It only stops events of our elements from reaching the page.',
  'core/lifetime.ts': 'It listens to its own abort signal.',
  'panel/listen-while-open.ts': 'It checks isTrusted, or is within the closed root, or only moves the panel.',
  'panel/hint.ts': 'It is within the closed root, or only moves the hint.',
};

test('listeners are added by listenTrusted or Lifetime.listen', () => {
  const found = sources
    .filter(({ file, text }) => !Object.hasOwn(exempt, file) && /addEventListener\(/.test(text))
    .filter(({ text }) =>
      text
        .split('addEventListener(')
        .slice(1)
        .some((after) => !after.slice(0, 250).includes('isTrusted')),
    )
    .map(({ file }) => `${file} should add its listeners by listenTrusted (core/trusted.ts)`);
  expect(found).toEqual([]);
});

test('no listener is set as a property of an element', () => {
  const found = sources.filter(({ text }) =>
    /\.on[a-z]+ = |\bon(?:click|input|keydown|message|load|error)\b:/.test(text),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('closed roots are attached by closedRoot, which ends untrusted events', () => {
  const found = sources.filter(({ file, text }) => file !== 'core/trusted.ts' && /\.attachShadow\(/.test(text));
  expect(found.map(({ file }) => `${file} should call closedRoot (core/trusted.ts)`)).toEqual([]);
});

test('the roots end every event that is handled within them', () => {
  const heard = /heardInRoots =\s*'([^']+)'/.exec(
    sources.find(({ file }) => file === 'core/trusted.ts')?.text ?? '',
  )?.[1];
  const handled = sources.flatMap(({ text }) =>
    [...text.matchAll(/<[a-z][^<]*?\bon([A-Z][A-Za-z]*?)(?:Capture)?=/g)].map(([, name = '']) => name.toLowerCase()),
  );
  expect(handled.length).toBeGreaterThan(10);
  expect([...new Set(handled)].filter((type) => !heard?.split(' ').includes(type))).toEqual([]);
});
