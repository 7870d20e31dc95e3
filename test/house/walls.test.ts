/** The walls of the house: no circle of imports, none that runs upward, and each room imports what it may. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, importsOf, readGraph } from './imports';
import { breaches, upward } from './walls';

const graph = readGraph(resolve(import.meta.dirname, '../../src'));

test('no file imports itself by way of others', () => {
  expect(circles(graph), 'should be cut: move what both need into a file of its own below them').toEqual([]);
});

test('every import is one that its room may make', () => {
  expect(breaches(graph)).toEqual([]);
});

test('no room may import a room above it', () => {
  expect(upward()).toEqual([]);
});

describe('what is put in on purpose is found', () => {
  const withImport = (file: string, to: string) => new Map([...graph, [file, [...(graph.get(file) ?? []), to]]]);

  test('a circle of three', () => {
    const ring = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts', 'd.ts']],
      ['d.ts', []],
    ]);
    expect(circles(ring)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
  });

  test.each([
    ['paper/ids.ts', 'library/types.ts'],
    ['formats/ris.ts', 'sites/index.ts'],
    ['sites/arxiv.ts', 'messages/contract.ts'],
    ['library/db/schema.ts', 'library/write/change.ts'],
    ['content/core/start.ts', 'library/open.ts'],
    ['content/core/start.ts', 'messages/browser.ts'],
    ['popup/popup.tsx', 'sites/index.ts'],
    ['ui/kit/dialog.tsx', 'library/open.ts'],
    ['formats/ris.ts', 'preact'],
    ['ui/kit/dialog.tsx', 'idb'],
    ['background/menu.ts', 'webextension-polyfill'],
    ['new-room/file.ts', 'paper/ids.ts'],
  ])('%s importing %s', (file, to) => {
    expect(breaches(withImport(file, to)).join()).toContain(file);
  });

  test('a room that names a room above it', () => {
    const table = [
      { room: 'ground', may: ['roof'], instead: '' },
      { room: 'roof', may: [], instead: '' },
    ];
    expect(upward(table)).toHaveLength(1);
  });

  test('imports of every form', () => {
    const source = `import type { X } from 'x';\nimport a from './a';\nimport type { B } from "./b";\nexport * from './c';\nimport './d.css';\nimport {\n  e,\n} from './e';\nconst f = import('./f');\nexport type { G } from './g';`;
    expect(importsOf(source).sort()).toEqual(['./a', './b', './c', './d.css', './e', './f', './g']);
  });
});
