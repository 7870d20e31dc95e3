/** Rules of a release's version. Pure. */

/** Less than 0 if `a` is the older, more than 0 if it is the newer. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (const [at, part] of x.entries()) if (part !== y[at]) return part - (y[at] ?? 0);
  return 0;
}

/** Whether the README's *Changes* has a heading of this version, with something below it. */
export function isNamedInChanges(version: string, readme: string): boolean {
  const changes = readme.split(/^## Changes$/m)[1]?.split(/^## /m)[0] ?? '';
  const own = changes.split(/^### /m).find((part) => part.split(/\s/, 1)[0] === version);
  return own !== undefined && /\S/.test(own.slice(own.indexOf('\n') + 1)) && own.includes('\n');
}

/** Why a version cannot be released now; undefined if it can. `changed` is what git says has changed since the last commit. */
export function releaseProblem(version: string, current: string, readme: string, changed: string): string | undefined {
  if (!/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/.test(version))
    return 'Usage: npm run release -- VERSION, with a version such as 1.4.0';
  if (compareVersions(version, current) < 0) return `${version} is older than the present version, ${current}.`;
  if (!isNamedInChanges(version, readme)) return `README.md: write what users get below "### ${version}" in *Changes*.`;
  if (changed.trim()) return `Commit or undo these changes first:\n${changed.trimEnd()}`;
  return undefined;
}

/** The text of `package.json` or `package-lock.json` with another version of the project, and nothing else changed. */
export function withVersion(text: string, version: string): string {
  const own = JSON.parse(text).version;
  // The lock file has it twice: its own, and that of the package at its root.
  const [first, second] = [`"version": "${own}"`, `"version": "${version}"`];
  const isLock = text.includes('"lockfileVersion"');
  const head = text.indexOf('"node_modules/');
  const [before, after] = isLock && head > 0 ? [text.slice(0, head), text.slice(head)] : [text, ''];
  return (isLock ? before.replaceAll(first, second) : before.replace(first, second)) + after;
}
