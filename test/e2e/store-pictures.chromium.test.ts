/** The pictures for the stores, in both languages, in `dist/store`. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sizeOf, storePictures } from '../tools/store-pictures';

test.each(['en-US', 'zh-CN'] as const)('pictures in %s have the sizes that the stores require', async (language) => {
  const made = await storePictures(language, resolve('dist/store/pictures', language));
  expect(made.map(sizeOf)).toEqual([...Array(5).fill([1280, 800]), [440, 280]]);
});
