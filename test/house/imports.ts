/** The import graph of a source tree, read from its text: who imports whom, by value or by type. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** Imports of each file, by path from the tree's root: files of the tree by path, packages by name. */
export type Graph = ReadonlyMap<string, readonly string[]>;

const statement =
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm;

/** What a module's text imports, as written; type-only and dynamic imports included, but for types of packages. */
export const importsOf = (source: string): string[] => [
  ...new Set(
    [...source.matchAll(statement)].flatMap(([whole, from, dynamic, bare]) => {
      const to = (from ?? dynamic ?? bare) as string;
      return !to.startsWith('.') && /^(?:import|export)\s+type\b/.test(whole) ? [] : [to];
    }),
  ),
];

/** Reads the graph of all TypeScript below `root`. Throws where a relative import leads nowhere. */
export function readGraph(root: string): Graph {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  const resolve = (from: string, to: string): string => {
    if (!to.startsWith('.')) return to;
    const path = normalize(join(from, '..', to.replace(/\?.*$/, ''))).replaceAll('\\', '/');
    const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].find((end) => {
      const file = join(root, path + end);
      return existsSync(file) && statSync(file).isFile();
    });
    if (found === undefined) throw new Error(`${from} imports ${to}, which does not exist`);
    return path + found;
  };
  return new Map(
    files.map((file) => [
      file,
      importsOf(readFileSync(join(root, file), 'utf8'))
        .map((to) => resolve(file, to))
        .filter((to) => !/\.(?:css|json)$/.test(to)),
    ]),
  );
}

/** Groups of files that import each other in a circle (Tarjan's strongly connected components of two or more). */
export function circles(graph: Graph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): number => {
    const at = index.size;
    index.set(file, at);
    low.set(file, at);
    stack.push(file);
    for (const to of graph.get(file) ?? []) {
      if (!graph.has(to)) continue;
      if (!index.has(to)) low.set(file, Math.min(low.get(file) as number, visit(to)));
      else if (stack.includes(to)) low.set(file, Math.min(low.get(file) as number, index.get(to) as number));
    }
    if (low.get(file) === at) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) found.push(group.sort());
    }
    return low.get(file) as number;
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found;
}
