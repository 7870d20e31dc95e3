/** A listing whose own scripts and styles try to find out what its reader keeps: which papers, which tags, which notes. */
import { listingPage } from './listing';
import { invented } from './papers';

/** The papers on it. */
export const watched = invented.slice(0, 8);

const events = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'change', 'copy', 'cut', 'paste'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'dragstart', 'drop'],
];

/** Fonts by every name that an overlay could use, and values for its custom properties: each would be fetched when drawn. */
const names = ['system-ui', '-apple-system', 'sans-serif', 'monospace', 'ui-monospace', 'Segoe UI', 'Roboto', 'bait'];
const fonts = names.flatMap((name, at) => [
  `@font-face { font-family: ${name}; src: url(https://huggingface.co/leak/${at}) }`,
  `@font-face { font-family: "${name}"; src: url(https://huggingface.co/leak/quoted-${at}) }`,
]);
const properties = ['accent-soft', 'sunken', 'raised', 'text', 'bg', 'line', 'dot', 'tag-0', 'tag-5'].map(
  (name) => `--${name}: url(https://huggingface.co/leak/${name})`,
);

/** A registered property is the page's own in every root, whatever a style of ours says above it. */
const registered = [
  'accent',
  'accent-soft',
  'sunken',
  'raised',
  'text',
  'line',
  'soft',
  'x',
  'dot',
  'tag-0',
  'tag-5',
].map(
  (name) =>
    `@property --${name} { syntax: '*'; inherits: false; initial-value: url(https://huggingface.co/leak/registered-${name}) }`,
);

const style = `${fonts.join('\n')}
${registered.join('\n')}
[data-offprint] { --font: bait; --mono: bait; font-family: bait !important; ${properties.join('; ')} }`;

const script = `
  globalThis.heard = [];
  for (const type of ${JSON.stringify(events)}) addEventListener(type, (event) => {
    const pasted = event.clipboardData?.getData('text/plain');
    if (event.target.dataset?.offprint === 'layer') heard.push([type, event.key, event.data, pasted].join(' '));
  }, true);`;

/** The page itself is in a font of its own and has no field, so that it fetches none of the others. */
export const spyPage = listingPage('daily', watched)
  .replace('"Source Sans 3", system-ui, sans-serif', 'cursive')
  .replace(/<input type="search"[^>]*>/, '')
  .replace('<head>', `<head><script>${script}</script><style>${style}</style>`);

/** All that the page can see of the controls in the window: their markup, their sizes, and where they take the pointer. */
export const look = `JSON.stringify([...document.querySelectorAll('[data-offprint=card]')].filter((host) => {
  const { top, bottom } = host.getBoundingClientRect();
  return top > 0 && bottom < innerHeight;
}).map((host) => {
  const box = host.getBoundingClientRect();
  const hits = [];
  for (let x = 1; x < box.width; x += 2) hits.push([null, 'card', 'layer'].indexOf(document.elementFromPoint(box.x + x, box.y + 11)?.dataset.offprint ?? null));
  return [host.outerHTML, box.width, box.height, host.scrollWidth, host.scrollHeight, host.shadowRoot, hits.join('')];
}))`;

/** Whether the page finds a text, by any of the ways that reach the text of a document. */
export const finds = (text: string): string => `(() => {
  const wanted = ${JSON.stringify(text)};
  const selection = getSelection();
  selection.selectAllChildren(document.documentElement);
  const found = [document.documentElement.innerText, document.documentElement.outerHTML, selection.toString()].map((all) => all.includes(wanted));
  selection.removeAllRanges();
  return [...found, typeof find === 'function' && find(wanted)].includes(true);
})()`;

/** What the styles led to: addresses fetched. */
export const fetched = `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/leak/'))`;
