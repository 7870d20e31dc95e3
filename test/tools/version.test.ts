import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareVersions, isNamedInChanges, releaseProblem, withVersion } from './version';

const readme =
  '# X\n\n## Changes\n\n### 1.10.0\n\n- Reads Springer.\n\n### 1.9.0\n\n## After\n\n### 2.0.0\n\nNot a change.\n';

test.each([
  ['1.10.0', '1.9.9', 1],
  ['0.1.0', '0.1.0', 0],
  ['1.2.3', '1.10.0', -1],
])('%s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));

test('a version must be named in Changes, with something below it', () => {
  expect(['1.10.0', '1.9.0', '2.0.0', '1.1'].map((version) => isNamedInChanges(version, readme))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['', '', /^Usage/],
  ['v1.10.0', '', /^Usage/],
  ['1.10', '', /^Usage/],
  ['01.10.0', '', /^Usage/],
  ['1.8.0', '', /older/],
  ['1.11.0', '', /README/],
  ['1.10.0', ' M src/x.ts\n', /src\/x\.ts/],
])('%j with %j changed is refused', (version, changed, reason) => {
  expect(releaseProblem(version, '1.9.0', readme, changed)).toMatch(reason);
});

test('the next version can be released', () => expect(releaseProblem('1.10.0', '1.9.0', readme, '')).toBeUndefined());

test.each(['package.json', 'package-lock.json'])('%s gets the version, and nothing else changes', (file) => {
  const text = readFileSync(file, 'utf8');
  const next = JSON.parse(withVersion(text, '98.7.6'));
  const expected = JSON.parse(text);
  expected.version = '98.7.6';
  if (expected.packages) expected.packages[''].version = '98.7.6';
  expect(next).toEqual(expected);
});
