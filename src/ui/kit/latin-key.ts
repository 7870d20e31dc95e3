/** Keys of keyboards without Latin letters, by their position. */

/** What the keys 0 to 9 give with Shift on a keyboard of the United States. */
const shiftedDigits = ')!@#$%^&*(';

/**
 * `KeyboardEvent.key`, or what a keyboard of the United States has in its place where that is no ASCII character: `j` for `о` on a
 * Russian keyboard. Codes: https://www.w3.org/TR/uievents-code/#key-alphanumeric-writing-system
 */
export function latinKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key.length !== 1 || /[\x20-\x7e]/.test(key)) return key;
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  if (digit) return shiftKey ? (shiftedDigits[Number(digit)] ?? key) : digit;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return key;
}
