/**
 * Pages that attack. Whatever they do: nothing of theirs runs with our rights, nothing is saved, none of our scripts fails,
 * and the page still answers.
 */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { attacks } from './pages/attacks';

const address = 'https://huggingface.co/papers';
let session: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session.close());

/** Longest that the page may keep us waiting for an answer, ms: so many times what a quiet machine takes. */
const patience = 5000;

/** All that is drawn with: whatever else stands in a root is the page's. */
const ours = new Set(['STYLE', 'DIV', 'SPAN', 'BUTTON', 'A', 'P', 'svg', 'path', '#text']);

/** The hosts on the page, asked for as no name that it gives to elements can answer. */
const hosts = 'Document.prototype.querySelectorAll.call(document, "[data-offprint]")';

interface DomNode {
  nodeName: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** Names of all nodes in closed roots. */
async function namesInRoots(cdp: CDPSession): Promise<Set<string>> {
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  const names = new Set<string>();
  const walk = (node: DomNode, isOurs: boolean): void => {
    if (isOurs) names.add(node.nodeName);
    for (const child of node.children ?? []) walk(child, isOurs);
    if (node.nodeName === 'ASIDE')
      for (const shadow of node.shadowRoots ?? []) for (const child of shadow.children ?? []) walk(child, true);
  };
  walk(root, false);
  return names;
}

describe('a hostile page', () => {
  test.each(attacks)('$name', async ({ html, headers = {}, controls }) => {
    await session.context.unroute(address);
    await session.context.route(address, (route) =>
      route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
    );
    const from = session.errors.length;
    const tab = await session.tab(address);
    const page = session.context.pages().findLast((each) => each.url() === address);
    if (!page) throw new Error('The page is gone.');
    const cdp = await session.context.newCDPSession(page);
    /** Not by the driver's own way, which needs what the page may have rewritten. */
    const ask = async <T>(expression: string): Promise<T> =>
      (await cdp.send('Runtime.evaluate', { expression, returnByValue: true })).result.value as T;
    const drawn = () => ask<number>(`${hosts}.length`);
    if (controls) await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThanOrEqual(controls);
    else await new Promise((resolve) => setTimeout(resolve, 1500));

    const begun = Date.now();
    const seen = `[typeof pwned, typeof {}.polluted, [...globalThis.roots ?? [], ...${hosts}].filter((each) => each.host || each.shadowRoot).length]`;
    expect(await ask(seen)).toEqual(['undefined', 'undefined', 0]);
    expect(Date.now() - begun).toBeLessThan(patience);
    expect([...(await namesInRoots(cdp))].filter((name) => !ours.has(name))).toEqual([]);
    expect(session.errors.slice(from).filter((error) => error.includes('chrome-extension:'))).toEqual([]);
    expect((await session.stored()).papers ?? []).toEqual([]);
    await tab.close();
  });
});
