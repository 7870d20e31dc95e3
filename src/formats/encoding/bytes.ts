/** Windows-1252 from 80 to 9F (hexadecimal), which Node decodes as control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const upper = /[\u0080-\u009f]/g;

/** Bytes as text. `fatal`: throws where they are not of the encoding. */
export function decodeBytes(bytes: Uint8Array, encoding: string, fatal = false): string {
  const text = new TextDecoder(encoding, { fatal }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(upper, (char) => windows[char.charCodeAt(0) - 128] ?? char);
}
