/**
 * Markdown of a note as elements: headings, lists, quotes, code, emphasis, links. Everything becomes an element of ours or
 * a text node, so that no note, wherever it came from, can bring markup of its own; links lead to http(s) only.
 */
import type { ComponentChildren, JSX } from 'preact';

type Rule = readonly [RegExp, (found: RegExpExecArray, depth: number) => ComponentChildren];

/** Emphasis inside emphasis deeper than this is left as text; lists in lists are no deeper. */
const deepest = 8;

/** What is emphasised or linked is on one line and not longer than this: so no text takes long, whatever it holds. */
const rules: readonly Rule[] = [
  [/`([^`\n]{1,300})`/g, ([, code]) => <code>{code}</code>],
  [
    /\[([^[\]\n]{1,300})\]\(<?([^\s()<>]{1,2000})>?\)/g,
    ([whole, text = '', address = '']) => link(address, text) ?? whole,
  ],
  [/https?:\/\/[^\s<>()]{0,2000}[^\s<>().,;:!?'"]/g, ([address]) => link(address, address) ?? address],
  [/\*\*((?:[^*\n]|\*(?!\*)){1,300})\*\*/g, ([, text = ''], depth) => <strong>{inline(text, depth)}</strong>],
  [/~~([^~\n]{1,300})~~/g, ([, text = ''], depth) => <del>{inline(text, depth)}</del>],
  [/\*(?!\s)([^*\n]{1,300})(?<!\s)\*/g, ([, text = ''], depth) => <em>{inline(text, depth)}</em>],
  [
    /(?<![\p{L}\p{N}_])_(?!\s)([^_\n]{1,300})(?<!\s)_(?![\p{L}\p{N}_])/gu,
    ([, text = ''], depth) => <em>{inline(text, depth)}</em>,
  ],
];

function link(address: string, text: string): ComponentChildren {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

/** Where a rule next matches from a place on. */
function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Text of one block: the rule that matches first wins, what is before and after it is text or matched again. */
function inline(text: string, depth = 0): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  // A match that still lies ahead is kept, so that the text is not searched again after each one drawn.
  const ahead = depth < deepest ? rules.map(([pattern]) => next(pattern, text, 0)) : [];
  let at = 0;
  for (;;) {
    let best = -1;
    for (const [i, found] of ahead.entries()) {
      const mine = found && found.index < at ? next((rules[i] as Rule)[0], text, at) : found;
      ahead[i] = mine;
      if (mine && (best < 0 || mine.index < (ahead[best]?.index ?? 0))) best = i;
    }
    const found = ahead[best];
    if (!found) return [...parts, text.slice(at)];
    parts.push(text.slice(at, found.index), (rules[best] as Rule)[1](found, depth + 1));
    at = found.index + found[0].length;
  }
}

/** Lines that belong together, and how they are drawn. */
interface Block {
  begins: RegExp;
  /** Lines that go on; a blank line ends every block but code. */
  goesOn(line: string): boolean;
  draw(lines: string[]): JSX.Element;
}

const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const indentOf = (line: string): number => line.slice(0, line.search(/\S/)).replaceAll('\t', '    ').length;

/** A list; items that are indented further than the first are lists in the item above them. */
function list(lines: readonly string[], depth = 0): JSX.Element {
  const [first = ''] = lines;
  const groups: string[][] = [];
  for (const line of lines) {
    const above = groups.at(-1);
    if (above && depth < deepest && indentOf(line) > indentOf(first) + 1) above.push(line);
    else groups.push([line]);
  }
  const items = groups.map(([own = '', ...below], i) => (
    <li key={i}>
      {inline(own.replace(item, ''))}
      {below.length > 0 && list(below, depth + 1)}
    </li>
  ));
  return /^\s*\d/.test(first) ? <ol>{items}</ol> : <ul>{items}</ul>;
}

const blocks: readonly Block[] = [
  {
    begins: /^#{1,6}\s+/,
    goesOn: () => false,
    draw: ([line = '']) => <p class="note-heading">{inline(line.replace(/^#+\s+/, ''))}</p>,
  },
  {
    begins: /^>\s?/,
    goesOn: (line) => line.startsWith('>'),
    draw: (lines) => <blockquote>{paragraph(lines.map((line) => line.replace(/^>\s?/, '')))}</blockquote>,
  },
  { begins: item, goesOn: (line) => item.test(line), draw: (lines) => list(lines) },
];
const plain: Block = {
  begins: /./,
  goesOn: (line) => !blocks.some((block) => block.begins.test(line)) && !line.startsWith('```'),
  draw: (lines) => <p>{paragraph(lines)}</p>,
};

/** Lines of a paragraph: a note's line ends are meant. */
const paragraph = (lines: readonly string[]): ComponentChildren[] =>
  lines.flatMap((line, i) => (i === 0 ? inline(line) : [<br key={i} />, ...inline(line)]));

function draw(text: string): JSX.Element[] {
  const lines = text.split(/\r?\n/);
  const drawn: JSX.Element[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    if (line.trim() === '') {
      at++;
      continue;
    }
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const to = end < 0 ? lines.length : end;
      drawn.push(<pre>{lines.slice(at + 1, to).join('\n')}</pre>);
      at = to + 1;
      continue;
    }
    const block = blocks.find((each) => each.begins.test(line)) ?? plain;
    let to = at + 1;
    while (to < lines.length && (lines[to] as string).trim() !== '' && block.goesOn(lines[to] as string)) to++;
    drawn.push(block.draw(lines.slice(at, to)));
    at = to;
  }
  return drawn;
}

/** A note, drawn. */
export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown" dir="auto">
      {draw(text)}
    </div>
  );
}
