/**
 * axe on what is drawn over web pages. It cannot enter closed roots, so the built scripts themselves run in a plain page
 * here, with roots that this page opens and an extension that this page answers for.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { violations } from '../support/axe';
import { eventually, type Tab } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const script = (name: string) => readFileSync(resolve(`dist/chromium/content/${name}.js`), 'utf8');
const words = (language: string) =>
  JSON.parse(readFileSync(resolve(`dist/chromium/_locales/${language}/messages.json`), 'utf8'));

/** Answers what the scripts ask as the background does: one paper is saved, with a tag. */
const background = (language: string) => `
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) { return attachShadow.call(this, { ...options, mode: 'open' }); };
  const messages = ${JSON.stringify(words(language))};
  const mark = { key: 'arxiv:${invented[1]?.id}', status: 'reading', starred: true, tags: ['active-learning'], note: 'Read *first*', savedAt: 1 };
  const marks = { [mark.key]: mark };
  const answers = {
    lookup: () => marks,
    settings: () => ({ theme: 'system', language: messages.language.message, pageBar: true, pageKeys: false, hint: 'save', texts: {} }),
    save: ({ facts }) => ({ change: 1, marks: { [facts[0].ids[0]]: { ...mark, key: facts[0].ids[0], tags: [], note: undefined } } }),
    inject: (name) => void document.head.append(Object.assign(document.createElement('script'), { text: globalThis.injected[name] })),
  };
  globalThis.browser = {
    runtime: {
      id: 'offprint', getURL: (path) => path, onMessage: { addListener() {} },
      sendMessage: async ({ offprint, input }) => ({ ok: true, answer: answers[offprint]?.(input) }),
    },
    i18n: { getMessage: (key, values = []) => (messages[key]?.message ?? '').replace(/\\$(\\d)/g, (_, n) => [values].flat()[n - 1] ?? '') },
  };`;

const named = (tab: Tab, role: string, name: RegExp) =>
  eventually(async () => (await tab.all(role, name))[0], `No ${role} ${name}`);

// Two overlays would take each other's controls off.
test.override({ options: { installLater: true } });

test('controls, tip and bar have no violation in both themes and languages', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 6)));
  const looks = ['en', 'zh_CN'].flatMap((language) => ['light', 'dark'].map((theme) => [language, theme] as const));
  for (const [language, theme] of looks) {
    await session.theme(theme === 'dark' ? 'dark' : 'light');
    const tab = await session.tab(daily);
    const injected = { panel: script('panel'), bar: script('bar') };
    await tab.run(`${background(language)}; globalThis.injected = ${JSON.stringify(injected)}; 0`);
    await tab.run(`(() => { ${script('huggingface')} })()`);
    const isClean = async (state: string) =>
      expect(await violations(tab, 'roots'), `${language}, ${theme}, ${state}`).toEqual([]);
    const save = await named(tab, 'button', language === 'en' ? /^Save / : /^收藏 /);
    await isClean('at rest, with the hint');
    await tab.click(await named(tab, 'button', /^Offprint/));
    await named(tab, 'button', language === 'en' ? /^Filter/ : /^筛选/);
    await isClean('the open bar');
    await tab.click(save);
    await named(tab, 'button', language === 'en' ? /^Saved/ : /^已收藏/);
    // This page lets no frame in, and is told so. The panel in it is looked at in test/inline.
    await isClean('after a save');
    await tab.close();
  }
});
