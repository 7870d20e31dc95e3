/**
 * Chinese, Japanese and Korean names in their own scripts. They are written family name first and without a space; a space
 * only keeps the two parts apart in `Facts.authors` ("杨 育伟"). Pure.
 */

const scripts = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々〇ー]+$/u;

/** Chinese family names of two characters. https://en.wikipedia.org/wiki/Chinese_compound_surname */
const twoCharacters = new Set(
  `欧阳 歐陽 司马 司馬 上官 夏侯 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 司徒 司空 端木 长孙 長孫 南宫 南宮
  独孤 獨孤 呼延 宇文 轩辕 軒轅 闻人 聞人 澹台 淳于 单于 單于 申屠 太史 钟离 鍾離 拓跋 남궁 황보 제갈 사공 선우 독고 서문`.split(
    /\s+/,
  ),
);

/** Parts of a name that is written in two words of these scripts; undefined for any other name. */
export function eastAsianName(name: string): { family: string; given: string } | undefined {
  const [first = '', second, third] = name.split(' ');
  if (second === undefined || third !== undefined || !scripts.test(first) || !scripts.test(second)) return undefined;
  // Given name first, as a record's "Family, Given" may have been turned round: "育伟 杨".
  const isTurned =
    (second.length === 1 && first.length > 1 && !twoCharacters.has(first)) ||
    (twoCharacters.has(second) && !twoCharacters.has(first));
  return isTurned ? { family: second, given: first } : { family: first, given: second };
}

/** Whether a text has letters of these scripts only. */
export const isEastAsian = (text: string): boolean => scripts.test(text);

/** A name as people read it: 杨育伟 of "杨 育伟"; any other name as it is. */
export function displayName(name: string): string {
  const parts = eastAsianName(name);
  return parts ? parts.family + parts.given : name;
}
