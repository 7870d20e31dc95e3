/** Pages that attack the private frame: what is in it they neither read, nor change, nor press, and typed keys stay its own. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually, type Session, type Tab } from '../support/session';
import { browserName, test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = invented[0]?.title ?? '';

/** Runs before any other script of the page: keeps everything that any event hands out, and what is typed. */
const spy = `<script>
  globalThis.heard = [];
  globalThis.reached = new Set();
  const reach = (node) => {
    if (node instanceof Node && node.getRootNode() instanceof ShadowRoot) reached.add(node);
    if (node?.contentWindow && node.isConnected && !node.src) reached.add(node);
  };
  const types = 'pointerover pointerout pointermove pointerdown pointerup mouseover mouseout mousemove mousedown mouseup click focus focusin focusout blur keydown keyup keypress beforeinput input paste wheel contextmenu dragenter selectionchange';
  for (const type of types.split(' ')) addEventListener(type, (event) => {
    for (const name of ['target', 'originalTarget', 'explicitOriginalTarget', 'relatedTarget', 'rangeParent', 'srcElement']) reach(event[name]);
    for (const node of event.composedPath()) reach(node);
    if (/key|input|paste/.test(type)) heard.push(type + ' ' + (event.key ?? event.data));
  }, true);
</script>`;

const page = (script = ''): string =>
  listingPage('daily', invented.slice(0, 3)).replace('<head>', `<head>${spy}<script>${script}</script>`);

const note = async (tab: Tab) => (await tab.all('textbox', /^Note on/))[0];

/** Opens the panel of a saved paper on a page, and types into its note. */
async function openNote(session: Session, html = page()): Promise<{ listing: Listing; tab: Tab }> {
  session.serve(daily, html);
  const listing = new Listing(await session.tab(daily));
  await listing.save(title);
  await listing.tab.click(await listing.see('textbox', /^Note on/));
  await listing.tab.type('hush');
  const fields = async () => [...(await listing.tab.all('textbox')), ...(await listing.tab.all('combobox'))];
  const isTyped = async () => (await note(listing.tab))?.value === 'hush' || undefined;
  const missing = async () =>
    `The note is not typed: ${(await fields()).map(({ name, value, states }) => `${name}=${value} ${[...states]}`)}`;
  await eventually(isTyped, missing, 5000);
  return { listing, tab: listing.tab };
}

const isClosed = (tab: Tab) =>
  eventually(async () => ((await tab.all('textbox', /^Note on/)).length ? undefined : true), 'The panel stays open');

/** The draft and the library are what the user typed. */
async function expectNote(listing: Listing, text: string): Promise<void> {
  await listing.openPanel(title);
  expect((await listing.see('textbox', /^Note on/)).value).toBe(text);
}

test('the page gets no node of the panel, no window, no address and no key', async ({ session }) => {
  const { tab, listing } = await openNote(session);
  await tab.click(await listing.see('radio', 'Reading'));
  await tab.click(await listing.see('combobox', /^Tags of/));
  await tab.type('quiet');
  expect(await tab.run('heard')).toEqual([]);
  const frames =
    '[length, document.querySelectorAll("iframe").length, performance.getEntriesByType("resource").filter(({ name }) => /extension:/.test(name)).length]';
  expect(await tab.run(frames)).toEqual([0, 0, 0]);
  // What the cards' controls hand out in Firefox is not the frame's.
  expect(await tab.run('[...reached].filter((node) => node.contentWindow || node.localName === "iframe").length')).toBe(
    0,
  );
  expect(await tab.run('document.activeElement.dataset.offprint')).toBe('frame');
});

test('a page that searches and edits reaches neither tag nor note', async ({ session }) => {
  const { tab, listing } = await openNote(session);
  for (const text of ['hush', 'To read', 'Move to trash'])
    expect(
      await tab.run(`[window.find(${JSON.stringify(text)}), window.find(${JSON.stringify(text)}, false, true)]`),
      text,
    ).toEqual([false, false]);
  for (const command of ['selectAll', 'delete', 'insertText'])
    await tab.run(`document.execCommand(${JSON.stringify(command)}, false, 'not the user')`);
  await tab.run(
    "void document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, composed: true }))",
  );
  expect((await listing.see('textbox', /^Note on/)).value).toBe('hush');
});

test('no node that an event over a control hands out leads to a tag, and announcements cannot be searched', async ({
  session,
}) => {
  session.serve(daily, page());
  const listing = new Listing(await session.tab(daily));
  const { tab } = listing;
  await listing.save(title);
  await listing.tag('zebra');
  await listing.see('button', 'Remove tag zebra');
  await listing.closePanel();
  const { box } = await listing.control(title, 'Saved');
  // Everything that the page can reach from what it was handed, by any way down or up.
  const reachable = `(() => {
    const roots = new Set([...reached].map((node) => node.getRootNode()));
    return [...roots].map((root) => [root.textContent, ...[...root.querySelectorAll('*')].map((each) => each.outerHTML + (each.shadowRoot?.textContent ?? ''))].join()).join();
  })()`;
  const steps = Array.from({ length: 20 }, (_, n) => box.x - 200 + n * 15);
  await tab.sweep(steps.flatMap((x) => [0.3, 0.7].map((y) => ({ x, y: box.y + box.height * y }))));
  await tab.press('2');
  for (let looks = 0; looks < 10; looks++)
    for (const text of ['zebra', 'Reading', 'Saved “'])
      expect(
        await tab.run(`[window.find(${JSON.stringify(text)}), window.find(${JSON.stringify(text)}, false, true)]`),
        text,
      ).toEqual([false, false]);
  expect(await tab.run(reachable)).not.toContain('zebra');
});

/** What a page may do to the host of the frame. */
const meddling: [name: string, code: string][] = [
  ['moved', 'document.body.append(host)'],
  ['removed', 'host.remove()'],
  ['given a style', "host.style.opacity = '0.01'"],
  ['made inert', 'host.inert = true'],
  ['made inert with the document', 'document.documentElement.inert = true'],
  ['swept away by document.open()', "(document.open(), document.write('<p>gone'), document.close())"],
];
for (const [name, code] of meddling) {
  test(`a frame that is ${name} is closed, and what was typed is kept`, async ({ session }) => {
    const { tab, listing } = await openNote(session);
    await tab.run(
      `{ const host = document.querySelector('[data-offprint=frame]'); ${code}; }`.replace(
        /^\{(.*)\}$/s,
        '(() => {$1})()',
      ),
    );
    await isClosed(tab);
    await tab.reload();
    await expectNote(listing, 'hush');
  });
}

test('a page that takes the focus gets none of the letters that are typed, and the panel says so', async ({
  session,
}) => {
  const { tab, listing } = await openNote(session);
  await tab.run("document.querySelector('input').focus()");
  await tab.type('secret');
  await isClosed(tab);
  await listing.see('button', 'Dismiss');
  expect(await tab.run('[heard, document.querySelector("input").value]')).toEqual([[], '']);
  await expectNote(listing, 'hush');
});

/** Covers the frame with a popover that lets the pointer through. */
const cover = `(() => {
  const cover = Object.assign(document.createElement('div'), { popover: 'manual' });
  cover.style = 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
  document.body.append(cover);
  cover.showPopover();
})()`;

test('a press on a covered panel removes nothing', async ({ session }) => {
  const { tab, listing } = await openNote(session);
  const remove = await listing.see('button', 'Move to trash');
  await tab.run(cover);
  await tab.click(remove);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await listing.control(title, 'Saved');
});

test('a cover that comes just before the press removes nothing', async ({ session }) => {
  const { tab, listing } = await openNote(session);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const remove = await listing.see('button', 'Move to trash');
  await Promise.all([tab.run(cover), tab.click(remove)]);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await listing.control(title, 'Saved');
});

const refusing: Record<string, string>[] = [
  { 'content-security-policy': 'sandbox allow-scripts' },
  ...(browserName === 'chromium' ? [{ 'cross-origin-embedder-policy': 'require-corp' }] : []),
];
for (const headers of refusing) {
  test(`where the page refuses the frame by ${Object.keys(headers)}, the library is offered`, async ({ session }) => {
    session.serve(daily, page(), headers);
    const listing = new Listing(await session.tab(daily));
    await listing.tab.click(await listing.control(title, 'Save'));
    await listing.see('button', 'Open library');
    await listing.tab.type('j'); // keys are the page's again
    expect(await listing.tab.run('heard')).toContain('keydown j');
    await listing.control(title, 'Saved');
  });
}

const allowing: Record<string, string>[] = [
  { 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; frame-src 'none'; child-src 'none'" },
  { 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' },
];
for (const headers of allowing) {
  test(`the panel opens in spite of ${Object.keys(headers)}`, async ({ session }) => {
    session.serve(daily, page(), headers);
    const listing = new Listing(await session.tab(daily));
    await listing.save(title);
    await listing.tag('kept');
    await listing.see('button', 'Remove tag kept');
  });
}

test('a page that embeds the frame itself is shown nothing, whatever it posts', async ({ session }) => {
  const { tab, listing } = await openNote(session);
  await listing.closePanel();
  const posted = `(async () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard.push(JSON.stringify(data));
    for (let n = 0; n < length; n++) frames[n].postMessage('guess', '*', [port2]);
    await new Promise((done) => setTimeout(done, 500));
    return heard;
  })()`;
  // The control had the focus when the key that closed the panel was let go.
  expect((await tab.run<string[]>(posted)).filter((each) => each !== 'keyup Escape')).toEqual([]);
});
