/** A page one comes back to by Back, which heard of no change meanwhile. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';
import { listing as address, serveInvented } from '../tools/demo-pages';
import { invented } from './pages/papers';

/** Whether something is true of the page; undefined while it navigates. */
const reads = ({ tab }: Listing, code: string): Promise<true | undefined> =>
  tab.run<boolean>(code).then(
    (is) => is || undefined,
    () => undefined,
  );
const title = (n: number): string => invented[n]?.title ?? '';

test.describe('with the back/forward cache', () => {
  test.override({ options: { backCache: true } });

  test('Back shows what was saved and removed meanwhile', async ({ session }) => {
    serveInvented(session);
    const first = new Listing(await session.tab(address));
    await first.save(title(1));
    await first.tab.press('Escape');
    await first.save(title(2));
    await first.tab.press('Escape');
    await first.tab.run(
      `addEventListener('pageshow', ({ persisted }) => { document.title = 'persisted ' + persisted })`,
    );
    await first.tab.run(`void setTimeout(() => { location.href = '${address}/${invented[3]?.id}' }, 50)`);
    await eventually(() => reads(first, 'document.body.innerText.includes("View PDF")'), 'The paper’s page');

    const second = new Listing(await session.tab(address));
    await second.save(title(4));
    await second.openPanel(title(1));
    await second.remove();
    await second.control(title(1), 'Save');
    await second.tab.close();

    await first.tab.run('void setTimeout(() => history.back(), 50)');
    // A page with our frame in it may be loaded anew instead; `overlay.test.ts` holds what a kept one does.
    const isBack = `document.title.startsWith('persisted') || (location.href === '${address}' && document.readyState === 'complete')`;
    await eventually(() => reads(first, isBack), 'Back');
    await first.control(title(1), 'Save');
    await first.control(title(2), 'Saved');
    await first.control(title(4), 'Saved');
    await first.see('button', 'Offprint: 46 papers · 2 saved');
    expect(session.errors).toEqual([]);
  });
});
