/** Saved real listings, where this machine has them, at their real addresses: a sample of them in `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { sampled } from '../support/effort';
import { Listing } from '../support/listing';
import { test } from '../support/story';

const folder = resolve('../shared/pages/huggingface');
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
const names = sampled(files.filter((file) => file.endsWith('.html')));
/** Without the site's own style, which is not saved, an icon without a size is millions of px high in Firefox. */
const standIn = '<style>svg, img, video, li[title] { max-width: 48px; max-height: 48px; overflow: hidden }</style>';
interface Expected {
  url: string;
  cards: { title: string }[];
}

describe.skipIf(names.length === 0)('a real listing', () => {
  test.for(names)('%s has one control on each card, and marks what is saved', async (name, { session }) => {
    const expected: Expected = JSON.parse(readFileSync(join(folder, name.replace('.html', '.json')), 'utf8'));
    session.serve(expected.url, readFileSync(join(folder, name), 'utf8').replace('</head>', `${standIn}</head>`));
    const listing = new Listing(await session.tab(expected.url));
    const controls: string[] = [];
    for (const { title } of expected.cards) controls.push((await listing.control(title, 'Save')).name);
    expect(controls).toEqual(expected.cards.map(({ title }) => `Save ${title}`));
    const all = (await listing.controls()).map((seen) => seen.name);
    expect(
      all.filter((control) => !controls.includes(control)),
      'controls on something else',
    ).toEqual([]);
    expect(new Set(all).size, 'two controls on one card').toBe(all.length);

    const title = expected.cards[Math.floor(expected.cards.length / 2)]?.title ?? '';
    await listing.save(title);
    await listing.tab.reload();
    await listing.control(title, 'Saved');
    for (const card of expected.cards.slice(0, 4))
      expect(await listing.isSaved(card.title), card.title).toBe(card.title === title);
  });
});
