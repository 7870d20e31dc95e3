/** Bytes of a file as text: whatever encoding and line ends its program used. */

/** Bytes that are decoded at a time: some milliseconds of work. */
const step = 1 << 20;

/** Text with `\n` line ends. */
export function decode(bytes: Uint8Array): string {
  const steps = decodeInSteps(bytes);
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

/** The same in steps of some milliseconds each: between two of them a page can yield to its user. Returns the text. */
export function* decodeInSteps(bytes: Uint8Array): Generator<void, string> {
  const encoding = markedEncoding(bytes);
  if (encoding) return yield* decodeAs(bytes, encoding, false);
  try {
    return yield* decodeAs(bytes, 'utf-8', true);
  } catch {
    return yield* decodeAs(bytes, 'windows-1252', false); // every byte is a letter there: a superset of Latin-1
  }
}

function* decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): Generator<void, string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const parts: string[] = [];
  let held = '';
  for (let at = 0; at < bytes.length; at += step) {
    const text = held + decoder.decode(bytes.subarray(at, at + step), { stream: true });
    // A line end may be cut in two.
    held = text.endsWith('\r') ? '\r' : '';
    parts.push(tidy(held ? text.slice(0, -1) : text));
    yield;
  }
  parts.push(tidy(held + decoder.decode()));
  return parts.join('');
}

/** Spaces that no program writes: patterns that skip white space would take their square in time. */
const blanks = /[^\S\n]{1000,}/g;

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
