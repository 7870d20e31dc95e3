/** axe in a page of a real browser: what it finds there, contrast included. https://github.com/dequelabs/axe-core */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './session';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations in the page as it is now, or only in its open shadow roots: rule, which element, what is wrong with it. */
export async function violations(tab: Tab, where: 'page' | 'roots' = 'page'): Promise<string[]> {
  return tab.run<string[]>(`(async () => {
    if (!globalThis.axe) { ${source} }
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important }');
    document.adoptedStyleSheets = [still]; // what fades is not read, and what is read must not fade meanwhile
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.filter(({ target }) => ${where === 'page'} || Array.isArray(target[0])).map(({ html, any, all }) => id + ': ' + html.slice(0, 160) + ' · ' + ([...any, ...all][0]?.message ?? '')));
  })()`);
}
