import { expect, it } from 'vitest';
import { decodeBytes } from '../../src/formats/encoding/bytes';
import { decodeFile } from '../../src/formats/encoding/decode';

/** Text as bytes of a one-byte encoding. */
function oneByte(text: string, encoding: string): Uint8Array {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decodeBytes(Uint8Array.of(byte), encoding), byte]));
  return Uint8Array.from(text, (char) => table.get(char) ?? 63);
}

/** Text as bytes of an encoding that has two bytes for each character beyond ASCII, by trying all. */
function twoByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const char = decoder.decode(Uint8Array.of(first, second));
      if ([...char].length === 1 && !table.has(char)) table.set(char, [first, second]);
    }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

it.each([
  ['windows-1252', 'Überraschung in Köln: “déjà vu”'],
  ['windows-1252', 'Højrvig, Tøttenborg; Iñiguez, C.; Müller'],
  ['windows-1250', 'Świetliste łąki: analiza czasu przeżycia'],
  ['windows-1250', 'Příliš žluťoučký kůň úpěl'],
  ['windows-1251', 'Маркетинговое управление: принципы и Practice'],
  ['koi8-r', 'История войска: учебное пособие'],
  ['macintosh', 'The “Critical Slowing Down” of Økland – naïve'],
])('guesses %s of %s', (encoding, text) => {
  expect(decodeFile(oneByte(`@misc{a, title = {${text}}}\n`, encoding))).toContain(text);
});

it.each([
  ['gb18030', '关节机器人手爪的设计与实现，张三'],
  ['big5', '關節機器人的設計與實現'],
  ['shift_jis', '一般家庭における無線のセキュリティに関する注意'],
  ['euc-kr', '한국어 논문의 제목과 저자'],
])('guesses %s of %s', (encoding, text) => {
  expect(decodeFile(twoByte(`@misc{a, title = {${text}}}\n`, encoding))).toContain(text);
});

it.each([
  ['% Encoding: Cp1250\n', 'windows-1250', 'ação łó'],
  ['%% -*- coding: koi8-r -*-\n', 'koi8-r', 'Тест'],
  ['% Encoding: MacRoman\n', 'macintosh', 'Zoë'],
  ['% Encoding: ISO8859_15\n', 'iso-8859-15', 'œuvre'],
])('takes the encoding that the file names: %s', (header, encoding, text) => {
  const known = text.replace(/ção/, 'co');
  expect(decodeFile(oneByte(header + known, encoding))).toBe(header + known);
});

it('reads UTF-8 as such, whatever the file names', () => {
  const text = '% Encoding: Cp1250\nŁódź, 图';
  expect(decodeFile(new TextEncoder().encode(text))).toBe(text);
});

it('reads every byte, named encoding or not', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte || 32);
  expect(decodeFile(all).length).toBeGreaterThan(200);
  expect(decodeFile(new Uint8Array([...new TextEncoder().encode('% Encoding: nonsense\n'), 0xe9])).at(-1)).toBe('é');
});
