/** Escapes text for Markdown. https://spec.commonmark.org/0.31.2/ */
import { mathParts } from '../latex/math';
import { oneLine, plain } from '../text';

/** Characters of formulas that Markdown would interpret, and TeX commands for them. */
const inMath: Record<string, string> = {
  '<': '\\lt ',
  '>': '\\gt ',
  '[': '\\lbrack ',
  ']': '\\rbrack ',
  '*': '\\ast ',
  '|': '\\vert ',
};

/** One escaped line. Formulas between dollars stay: many Markdown programs render them. */
export function markdownLine(text: string): string {
  let escaped = '';
  for (const part of mathParts(oneLine(text)))
    escaped += part.isMath
      ? part.text.replace(/[<>[\]*|]/g, (sign) => inMath[sign] ?? '')
      : part.text.replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&');
  return apart(escaped).replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** `[text](address)`; the address must come from `safeUrl`. */
export const markdownLink = (text: string, address: string): string =>
  `[${markdownLine(text)}](${address.replace(/[()[\]]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)})`;

/** Takes apart what programs such as Obsidian's Templater run wherever it stands in a file, even in a property or in code. */
const apart = (text: string): string => text.replace(/<(\\?)%/g, '<\\%');

/** Languages of code blocks that are only shown. Any other may be run when the note is opened, as Dataview's is. */
const shownLanguages = new Set(
  `bash bib bibtex c c# c++ clojure cpp cs css cuda diff elixir erlang fortran fsharp go haskell hs html ini java javascript js json
  julia jsx kotlin latex lean lisp lua make makefile markdown math matlab md mermaid nix ocaml perl php pl plaintext prolog ps1 py
  python r rb rs ruby rust scala scheme sh shell sql swift tex text toml ts tsx txt typescript verilog vhdl xml yaml yml zig zsh`.split(
    /\s+/,
  ),
);

/** Code blocks of unknown languages become plain text, and code that Dataview would compute is shown as it is written. */
const inertCode = (text: string): string =>
  text
    .replace(/^([ \t>*+\-\d.)]*(?:`{3,}|~{3,}))[ \t]*([^\s`]+)/gm, (all, fence: string, language: string) =>
      shownLanguages.has(language.toLowerCase()) ? all : `${fence}text`,
    )
    .replace(/(?<!`)(`{1,2}\s*)(?=\$?=)/g, '$1\\');

/**
 * Makes a note, which is Markdown, safe: HTML and pictures are shown as text, code is not run, and links have only harmless
 * schemes (web, mail, Obsidian, Zotero).
 */
export function markdownNote(note: string): string {
  return inertCode(apart(plain(note)))
    .trim()
    .replace(/(\\*)!(?=\[(?!\[))/g, (all, { length }: string) => (length % 2 === 0 ? `${all.slice(0, -1)}\\!` : all))
    .replace(/<(?=[A-Za-z/!?])(?!https?:\/\/[^\s<>]*>)/g, '\\<')
    .replace(/(\]\(\s*<?|\]:\s*<?)([^\s)>/?#]*)/g, (_, before: string, scheme: string) =>
      /^(?:https?|mailto|obsidian|zotero):$/i.test(scheme) || !/[:&\\]/.test(scheme)
        ? before + scheme
        : before + scheme.replace(/[:&\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    );
}
