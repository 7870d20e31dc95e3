import type { Row } from '../../library/types';
import { number, t } from '../../locale';
import browser from '../../messages/browser';
import { shortTitle } from '../kit/short-title';
import { pageOf, pdfOf } from './paper-links';

/** Which link of a paper to open. */
export type PaperLink = 'page' | 'pdf';

/** Tabs opened at once, at most. */
export const maxTabs = 50;
/** With more papers the user is asked first. */
export const askAbove = 10;

/**
 * Opens a link of each paper in a tab: a single paper's in front, several papers' in the background, `maxTabs` at most. Returns what
 * to say of it: how many were opened, or that there is no link; undefined where the new tab in front says it.
 */
export async function openLinks(rows: readonly Row[], kind: PaperLink): Promise<string | undefined> {
  const read = kind === 'pdf' ? pdfOf : pageOf;
  const links = rows.map((row) => read({ ...row.facts, ids: row.ids })).filter((url) => url !== undefined);
  const opened = links.slice(0, maxTabs);
  const isSingle = rows.length === 1;
  for (const url of opened) await browser.tabs.create({ url, active: isSingle });
  if (!isSingle) return t('uiOpenedTabs', number(opened.length), number(rows.length));
  return links.length === 0 && rows[0] ? t('uiNoLink', shortTitle(rows[0].facts.title)) : undefined;
}
