/** Bytes of a file as text: whatever encoding and line ends its program used. */

/** Spaces that no program writes: patterns that skip white space would take their square in time. */
const blanks = /[^\S\n]{1000,}/g;

/** Text with `\n` line ends, and the encoding it was read in. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
  return { text: unixLines(text).replace(blanks, ' '), encoding };
}

/** Every line end as `\n`: CRLF, and CR alone as old Macs wrote it. */
export const unixLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** By its mark, by the zeros of UTF-16, by what a TeX file says of itself; UTF-8 if it is that, else Windows-1252. */
function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > head.length / 4) return 'utf-16le';
  if (even > head.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252'; // every byte is a letter there: a superset of Latin-1
  }
}
