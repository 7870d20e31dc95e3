/**
 * Renders the Markdown of notes: headings, lists, quotes, code, emphasis, links. Notes may come from anyone's file: the
 * output is only elements created here and text nodes, never markup from the note, and links lead to http(s) only.
 */
import type { ComponentChildren, JSX } from 'preact';

type InlineRule = readonly [RegExp, (found: RegExpExecArray, depth: number) => ComponentChildren];

/** Emphasis and lists nested deeper than this are left as text. */
const maxDepth = 8;

/** Emphasis and links are limited to one line and to these lengths, so that no text takes long to match. */
const inlineRules: readonly InlineRule[] = [
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

/** The next match of a pattern from a position on. */
function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Renders inline Markdown: the earliest match wins; the text after it is matched again. */
function inline(text: string, depth = 0): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  // Matches that still lie ahead are kept: searching the text again after each one would take quadratic time.
  const ahead = depth < maxDepth ? inlineRules.map(([pattern]) => next(pattern, text, 0)) : [];
  let at = 0;
  for (;;) {
    let best = -1;
    for (const [i, found] of ahead.entries()) {
      const mine = found && found.index < at ? next((inlineRules[i] as InlineRule)[0], text, at) : found;
      ahead[i] = mine;
      if (mine && (best < 0 || mine.index < (ahead[best]?.index ?? 0))) best = i;
    }
    const found = ahead[best];
    if (!found) return [...parts, text.slice(at)];
    parts.push(text.slice(at, found.index), (inlineRules[best] as InlineRule)[1](found, depth + 1));
    at = found.index + found[0].length;
  }
}

/** A kind of block: how it begins, which lines continue it, how it is rendered. */
interface Block {
  begins: RegExp;
  /** Whether a line continues the block. A blank line ends every block but code. */
  continues(line: string): boolean;
  render(lines: string[]): JSX.Element;
}

const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const indentOf = (line: string): number => line.slice(0, line.search(/\S/)).replaceAll('\t', '    ').length;

/** A list. Items indented further than the first become a list within the item above them. */
function list(lines: readonly string[], depth = 0): JSX.Element {
  const [first = ''] = lines;
  const groups: string[][] = [];
  for (const line of lines) {
    const above = groups.at(-1);
    if (above && depth < maxDepth && indentOf(line) > indentOf(first) + 1) above.push(line);
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
    continues: () => false,
    render: ([line = '']) => <p class="note-heading">{inline(line.replace(/^#+\s+/, ''))}</p>,
  },
  {
    begins: /^>\s?/,
    continues: (line) => line.startsWith('>'),
    render: (lines) => <blockquote>{paragraph(lines.map((line) => line.replace(/^>\s?/, '')))}</blockquote>,
  },
  { begins: item, continues: (line) => item.test(line), render: (lines) => list(lines) },
];
const plain: Block = {
  begins: /./,
  continues: (line) => !blocks.some((block) => block.begins.test(line)) && !line.startsWith('```'),
  render: (lines) => <p>{paragraph(lines)}</p>,
};

/** The lines of a paragraph. Line breaks in notes are kept. */
const paragraph = (lines: readonly string[]): ComponentChildren[] =>
  lines.flatMap((line, i) => (i === 0 ? inline(line) : [<br key={i} />, ...inline(line)]));

function renderBlocks(text: string): JSX.Element[] {
  const lines = text.split(/\r?\n/);
  const rendered: JSX.Element[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    if (line.trim() === '') {
      at++;
      continue;
    }
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const to = end < 0 ? lines.length : end;
      rendered.push(<pre>{lines.slice(at + 1, to).join('\n')}</pre>);
      at = to + 1;
      continue;
    }
    const block = blocks.find((each) => each.begins.test(line)) ?? plain;
    let to = at + 1;
    while (to < lines.length && (lines[to] as string).trim() !== '' && block.continues(lines[to] as string)) to++;
    rendered.push(block.render(lines.slice(at, to)));
    at = to;
  }
  return rendered;
}

/** A note as rendered Markdown. */
export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown" dir="auto">
      {renderBlocks(text)}
    </div>
  );
}
