/** Decodes a file's bytes, whatever encoding and line ends the program that wrote it used. */
import { decodeBytes } from './bytes';
import { guessEncoding } from './guess';
import { namedEncoding } from './named';

/** Text with `\n` line ends. */
export function decodeFile(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  if (encoding) return tidy(decodeBytes(bytes, encoding));
  try {
    return tidy(decodeBytes(bytes, 'utf-8', true));
  } catch {
    return tidy(decodeBytes(bytes, namedEncoding(bytes) ?? guessEncoding(bytes)));
  }
}

/** Long runs of spaces, which would make patterns that skip white space take quadratic time. */
const blanks = /(?<![^\S\n])[^\S\n]{1000,}/g;

/** Line ends as `\n`, also from CR alone (old Macs). */
const tidy = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).replace(blanks, ' ');

/** Encoding by a byte order mark, or UTF-16 by its zero bytes. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (const [i, byte] of head.entries()) {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  if (odd > head.length / 4) return 'utf-16le';
  return even > head.length / 4 ? 'utf-16be' : undefined;
}
