import { listingPage } from '../e2e/pages/listing.ts';
import { paperPage } from '../e2e/pages/paper-page.ts';
import { invented } from '../e2e/pages/papers.ts';
import type { Session, Tab } from '../support/session.ts';

/** Where a demonstration begins. */
export const listing = 'https://huggingface.co/papers';

/** Two listings of invented papers at their real addresses, some papers on both, and the papers' own pages. */
export function serveInvented(session: Session): void {
  session.serve(listing, listingPage('daily', invented.slice(0, 46)));
  session.serve(`${listing}?q=study`, listingPage('search', invented.slice(20, 49)));
  for (const paper of invented.slice(0, 49)) session.serve(`${listing}/${paper.id}`, paperPage(paper));
}

/** Opens today's papers, or an invented listing at the same address where the site cannot be reached. */
export async function openListing(session: Session): Promise<Tab> {
  const reachable = await fetch(listing, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!reachable) {
    console.log(`${listing} cannot be reached: showing invented papers at its address.`);
    serveInvented(session);
  }
  return session.tab(listing);
}

/** Whether a window can be shown. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
