/**
 * How long popup and library take to paint their first rows, beside a bare page of the extension: one script that reads fifty
 * rows from the same database and shows their titles.
 */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { launch } from '../support/chromium';
import { openSurface } from './surfaces';

type Session = Awaited<ReturnType<typeof launch>>;

const bareHtml = `<!doctype html><meta charset="utf-8" /><title>Bare</title><script type="module" src="/bare.js"></script><ul></ul>`;
const bareScript = `
const opening = indexedDB.open('offprint');
opening.onsuccess = () => {
  const asked = opening.result.transaction('papers').objectStore('papers').index('newest').getAll(null, 50);
  asked.onsuccess = () => {
    for (const { facts } of asked.result) {
      const line = document.createElement('li');
      line.className = 'row-title';
      line.textContent = facts.title;
      document.querySelector('ul').append(line);
    }
  };
};
`;

/** A copy of the built extension with the bare page in it. */
export function withBarePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bare-'));
  cpSync(resolve('dist/chromium'), folder, { recursive: true });
  writeFileSync(join(folder, 'bare.html'), bareHtml);
  writeFileSync(join(folder, 'bare.js'), bareScript);
  return folder;
}

const pages = {
  bare: { path: 'bare.html', width: 420, height: 600 },
  popup: { path: 'src/popup/index.html', width: 420, height: 600 },
  shelf: { path: 'src/shelf/index.html', width: 1280, height: 800 },
} as const;
type Name = keyof typeof pages;
const names = Object.keys(pages) as Name[];

/** First rows painted, ms, on each page, and the ratios. Each run begins with another page: the first one finds a cold browser. */
export async function openingTimes(session: Session, run: number): Promise<Record<string, number[]>> {
  const times: Partial<Record<Name, number>> = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[(run + i) % names.length] as Name;
    const { page } = await openSurface(session, pages[name]);
    times[name] = await page.evaluate<number>('painted.rows');
    await page.close();
  }
  const { bare = 0, popup = 0, shelf = 0 } = times;
  return {
    'bare page: first rows painted': [bare],
    'popup: first rows painted': [popup],
    'shelf: first rows painted': [shelf],
    'popup to bare page (ratio)': [popup / bare],
    'shelf to bare page (ratio)': [shelf / bare],
  };
}
