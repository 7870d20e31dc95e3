import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../prepare.mjs';
import { fullOnly } from './full-only';

test.each(Object.values(fullOnly).flat())('%s, which npm test leaves to CI, is there', (file) => {
  expect(existsSync(join(root, 'test/e2e', file))).toBe(true);
});
