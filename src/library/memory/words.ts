/**
 * Reads the words of a text: folded as the search folds, without English plurals, stop words, numbers and single letters.
 * In Chinese and Japanese each character is a word; only pairs of them mean something. Pure.
 */
import { fold } from '../../query/fold';

/** One word of a text. */
export interface Word {
  /** The word that is compared: folded, singular. */
  word: string;
  /** The word as the text has it, folded. */
  as: string;
}

/** Marks that end a part of a sentence: words on both sides are no pair. */
const breaks = /[.,;:!?()[\]{}<>"“”«»|、。，；：！？（）「」『』《》…—–]+|\s-+\s/u;

/** Words that say nothing about a paper's subject. */
const stopWords = new Set(
  `a about above across after again against all allow allows almost along also although among an and another any are around as at
  be became because become been before being below between both but by can cannot could did do does doing done down due during each
  either enough especially etc even every few first following for from further had has have having hence here how however i if in
  indeed instead into is it its itself just last less let like many may might more moreover most much must namely near neither
  nevertheless no non nor not now of off often on once one only onto or other others otherwise our out over own per perhaps rather
  same second see several shall she he should show shows shown since so some such than that the their them then there thereby therefore
  these they this those three through throughout thus to together too toward towards two under unlike until up upon us use used uses
  using very via was we well were what when where whereas whether which while who whom whose why will with within without would yet
  you your et al eg ie e.g i.e`.split(/\s+/),
);
/** Characters of Chinese that build sentences. Hiragana do the same in Japanese. */
const stopCharacters =
  /^[的了在是和与與等及中对對为為以本文我们們其这這一有将將被而也于於之并並可能了该該各从從到由下上]$|^\p{Script=Hiragana}$/u;
/** A character of a script without spaces: see `fold`. */
const isCharacter =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*$/u;
const ascii = /^[a-z0-9]+$/;

/** Whether a word is a character that means something only beside others. */
export const isSingleCharacter = (word: string): boolean => !ascii.test(word) && isCharacter.test(word);

/**
 * The parts of a text in order, each a run of neighbouring words. Between two runs stood a mark, a stop word, a number or a
 * single letter.
 */
export function runsOf(text: string): Word[][] {
  const runs: Word[][] = [];
  for (const part of text.split(breaks)) {
    let run: Word[] = [];
    for (const as of fold(part).trim().split(' ')) {
      if (isWord(as)) run.push({ word: singular(as), as });
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

function isWord(word: string): boolean {
  if (ascii.test(word)) return word.length > 1 && !stopWords.has(word) && !/^\d+$/.test(word);
  if (stopCharacters.test(word)) return false;
  return isCharacter.test(word) || (word.length > 1 && !/^\p{N}+$/u.test(word));
}

/** A word without the English plural: `videos`, `policies`, `searches`; `bias` and `analysis` stay. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|as)$/.test(word) || !ascii.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  return /(?:sses|shes|ches|xes|zzes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
