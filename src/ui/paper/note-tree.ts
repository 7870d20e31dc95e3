/**
 * Notes as trees: CommonMark with GitHub's tables, task lists, strikethrough, footnotes and bare addresses
 * (https://github.github.com/gfm/), besides formulas. Loaded when the first note is drawn.
 */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type TexPart, texParts } from '../../paper/tex/parts';

export type NoteFormula = TexPart & { is: 'formula' };

/** A note that was read. */
export interface NoteTree {
  root: Root;
  /** Formulas, by the number that stands for them in the tree's texts: see `formulaMark`. */
  formulas: readonly NoteFormula[];
}

/** What stands for a formula in the texts of a tree, so that Markdown reads nothing in it: its number between two private signs. */
export const formulaMark = /\ue000(\d{1,4})\ue001/;

/** Longer notes are shown as they are: reading them could hold up the page. UTF-16 units. */
const maxLength = 200_000;
/** Signs that may open something take longer to read the more there are: the square of their number. */
const opening = /[*_`[\]~|]/g;
const maxOpening = 4000;
/** So do quotes and lists that are nested deeply, on one line or by indentation. */
const nested = /^(?:[ \t]{0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]?){40}|^[ \t]{80,}(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** Reads a note; undefined for one that is to be shown as it is. */
export function noteTree(note: string): NoteTree | undefined {
  if (note.length > maxLength || nested.test(note) || (note.match(opening)?.length ?? 0) > maxOpening) return undefined;
  const formulas: NoteFormula[] = [];
  const marked = /[\ue000\ue001]/.test(note)
    ? note
    : texParts(note)
        .map((part) => (part.is === 'text' ? part.text : `\ue000${formulas.push(part) - 1}\ue001`))
        .join('');
  const root = fromMarkdown(marked, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { root, formulas };
}

/** A text of the tree with its formulas' sources in their places: code is shown as it was written. */
export const withSources = (text: string, formulas: readonly NoteFormula[]): string =>
  text.replace(new RegExp(formulaMark, 'g'), (mark, number: string) => formulas[Number(number)]?.source ?? mark);
