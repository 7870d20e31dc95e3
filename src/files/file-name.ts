/** Names of exported files: they say what is inside. */
import { plainText } from '../paper/tex/plain-text';

/** Characters of a name that come from what is exported, at most. */
const maxAbout = 48;

/**
 * The name of an exported file without extension: `offprint-rl-reward-2026-11-30` for the tag `rl/reward`. `about`: a tag, a query, a
 * title. Letters and digits of every script stay; the date is the local one.
 */
export function exportName(about: string, now: Date): string {
  const words = plainText(about)
    .replace(/(?<![\p{L}\p{N}])[a-z]+:/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = [...words].slice(0, maxAbout).join('');
  const whole = words.length > short.length && short.includes('-') ? short.slice(0, short.lastIndexOf('-')) : short;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return ['offprint', whole, day].filter(Boolean).join('-');
}
