/** Saved real listings, where this machine has them, at their real addresses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { runsAllCases } from '../support/effort';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';

const folder = resolve('../shared/pages/huggingface');
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
const pages = files.filter((file) => file.endsWith('.html'));
const names = runsAllCases ? pages : pages.slice(0, 2);
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
    const wanted = expected.cards.map(({ title }) => `Save ${title}`);
    const seen = new Set<string>();
    await eventually(
      async () => {
        for (const name of await listing.rollThrough()) seen.add(name);
        await listing.tab.run('scrollTo(0, 0)');
        return wanted.every((name) => seen.has(name)) || undefined;
      },
      async () => `no control: ${wanted.filter((name) => !seen.has(name)).join(' · ')}`,
    );
    expect([...seen].sort(), 'controls on something else').toEqual([...new Set(wanted)].sort());
    const all = (await listing.controls()).map((seen) => seen.name);
    expect(new Set(all).size, 'two controls on one card').toBe(all.length);

    const title = expected.cards[Math.floor(expected.cards.length / 2)]?.title ?? '';
    await listing.save(title);
    await listing.tab.reload();
    await listing.control(title, 'Saved');
    for (const card of expected.cards.slice(0, 4))
      expect(await listing.isSaved(card.title), card.title).toBe(card.title === title);
  });
});
