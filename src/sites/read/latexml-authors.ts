/** Names in the author blocks that LaTeXML makes of any document class: parted with certainty, or none. Pure. */
import { clean } from './text';

const particle = '(?:af|al|bin|da|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|las|le|los|ten|ter|van|von|y|zu)';
/** "Albert Q. Jiang", "Diego de las Casas", "魏浩然". */
const person = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:${particle}|\\p{Lu}[\\p{L}\\p{M}'’.-]*)){1,5}|\\p{Script=Han}{2,4})$`,
  'u',
);
/** Words of organisations and places, which may otherwise look like names. */
const organisation =
  /\b(?:academ\w+|adobe|ai|alibaba|amazon|america|apple|baidu|brain|bytedance|cent(?:er|re)|china|cmu|college|corp\w*|deepmind|dep\w*t\w*|epfl|eth|facebook|facult\w+|france|germany|google|group|huawei|ibm|inc|india|inria|inst\w+|intel|japan|korea|labs?|laborator\w+|llc|ltd|max planck|meta|microsoft|mila|mit|national|nvidia|openai|polytech\w+|research|samsung|school|science\w*|shanghai|singapore|stanford|systems|team|tech\w*|tencent|uk|univ\w+|usa?)\b/i;

/** What stands between two names: marks, "&", wide spaces, line ends. */
const [between, lineEnd] = ['\u0001', '\n'];

/** The text of an author block: line ends where the document breaks lines, `between` in place of marks. */
function textIn(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('.ltx_note, .ltx_author_notes, .ltx_tag, .ltx_ERROR, img, svg'))
    part.remove();
  for (const mark of copy.querySelectorAll('sup, .ltx_sup, math')) mark.replaceWith(between);
  // The source's own line ends say nothing.
  const walker = copy.ownerDocument.createTreeWalker(copy, 4 /* text nodes */);
  while (walker.nextNode()) walker.currentNode.nodeValue = (walker.currentNode.nodeValue ?? '').replace(/[\r\n]/g, ' ');
  for (const line of copy.querySelectorAll('br')) line.replaceWith(lineEnd);
  return (copy.textContent ?? '').replace(/&|[\u2001-\u200a\u3000]|(?:\u00a0 ?){2,}/g, between);
}

/** The parts of a line of names. */
const partsOf = (line: string): string[] =>
  line
    .split(new RegExp(`${between}|,(?! ?(?:Jr|Sr|I{2,3}|IV)\\b)|;|\\band\\b`))
    .map((part) =>
      clean(part)
        .replace(/^[*†‡§¶∗]+|[*†‡§¶∗]+$/g, '')
        .trim(),
    )
    .filter((part) => part !== '');

const areNames = (parts: readonly string[]): boolean =>
  parts.length > 0 &&
  parts.every((part) => person.test(part.replace(/,? (?:Jr|Sr)\.?$/, '')) && !organisation.test(part));

/**
 * The names in one block: its first line, and lines that go on with names, up to the first of anything else. Undefined where
 * the first line is no list of names.
 */
function namesIn(block: Element): string[] | undefined {
  const lines = textIn(block).split(lineEnd);
  const start = lines.findIndex((line) => partsOf(line).length > 0);
  const found: string[] = [];
  let goesOn = true;
  for (const line of lines.slice(Math.max(0, start))) {
    const parts = partsOf(line);
    // A name alone on a further line may be the name of an institution.
    if (!areNames(parts) || !(goesOn || parts.length > 1)) break;
    found.push(...parts);
    goesOn = /,\s*$/.test(line);
  }
  return found.length > 0 && !goesOn ? found : undefined;
}

/** All authors of a document; none where a block holds anything that cannot be told from a name. */
export function latexmlAuthors(document: ParentNode): string[] {
  const blocks = [...document.querySelectorAll('.ltx_authors .ltx_personname')].map(namesIn);
  return blocks.includes(undefined) ? [] : blocks.flatMap((names) => names ?? []);
}
