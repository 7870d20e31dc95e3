/**
 * Styles in pages have literal values alone. A page can set any custom property, or register one with a value of its own
 * (`@property`), and learns from an address in it what is drawn: so each `var()` is replaced by what `tokens.css` says, and the
 * theme is the `color-scheme` that `light-dark()` follows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './prepare.mjs';

const tokensCss = readFileSync(join(root, 'src/ui/kit/tokens.css'), 'utf8');

/** The properties of the first rule that begins with a text. */
function tokensOf(selector: string): Map<string, string> {
  const from = tokensCss.indexOf('{', tokensCss.indexOf(selector));
  const body = tokensCss.slice(from, tokensCss.indexOf('}', from));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = tokensOf(':root,');
const dark = tokensOf(':root[data-theme="dark"]');
const colour = /#[0-9a-f]+/gi;

/** A token's value in both themes. Throws if there is no such token, or if more than its colours differ. */
function literal(name: string): string {
  const day = light.get(name);
  const night = dark.get(name) ?? day;
  if (day === undefined || night === undefined)
    throw new Error(`${name} is not in tokens.css: pages get literal values.`);
  if (day.replace(colour, '') !== night.replace(colour, ''))
    throw new Error(`${name} differs in more than colours: it cannot be one literal value for both themes.`);
  const nights = night.match(colour) ?? [];
  return day.replace(colour, (found) => {
    const other = nights.shift();
    return found === other ? found : `light-dark(${found}, ${other})`;
  });
}

/** What is left of `tokens.css`: which theme a root has. */
const themes = ':host > * { color-scheme: light } :host([data-theme="dark"]) > * { color-scheme: dark }';

/** A style sheet without custom properties. */
export const literalStyle = (css: string): string =>
  css.replace(/var\((--[\w-]+)(?:,\s*var\((--[\w-]+)\))?\)/g, (_, name, fallback) => literal(fallback ?? name));

export const literalStyles: Plugin = {
  name: 'offprint:literal-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/ui/kit/tokens.css') ? themes : /\.css\b/.test(id) ? literalStyle(code) : undefined,
};
