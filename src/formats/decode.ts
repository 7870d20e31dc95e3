/** Bytes of a file as text: whatever encoding and line ends its program used. */

/** Text with `\n` line ends. */
export function decodeFile(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  if (encoding) return decodeAs(bytes, encoding, false);
  try {
    return decodeAs(bytes, 'utf-8', true);
  } catch {
    // Every byte is a letter there: a superset of Latin-1, which is what old versions of Node decodeFile instead.
    return decodeAs(bytes, 'windows-1252', false).replace(upper, (char) => windows[char.charCodeAt(0) - 128] ?? char);
  }
}

/** Windows-1252 from 80 to 9F (hexadecimal); what is not assigned there stays. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const upper = /[\u0080-\u009f]/g;

const decodeAs = (bytes: Uint8Array, encoding: string, fatal: boolean): string =>
  tidy(new TextDecoder(encoding, { fatal }).decode(bytes));

/** Spaces that no program writes: patterns that skip white space would take their square in time. */
const blanks = /(?<![^\S\n])[^\S\n]{1000,}/g;

/** Every line end as `\n`: CRLF, and CR alone as old Macs wrote it. */
const tidy = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).replace(blanks, ' ');

/** By the file's mark, or by the zeros of UTF-16. */
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
