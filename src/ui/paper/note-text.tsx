import type { ComponentChildren } from 'preact';
import { addressOfId } from '../../paper/addresses';
import { idsIn } from '../../paper/ids-in-text';
import { asTerm } from '../../query/complete';
import { Formula } from './formula';
import { formulaMark, type NoteFormula } from './note-tree';

/** Searches the library. */
export type OnQuery = (query: string) => void;

/** A tag as `#rl/reward`: it stands alone and has a letter. */
const tag = /(?<![\p{L}\p{N}&/])#(?=[\p{N}_/-]*\p{L})[\p{L}\p{M}\p{N}_]+(?:[/-]+[\p{L}\p{M}\p{N}_]+)*/u;
/** A paper by its title or id: `[[Attention Is All You Need]]`. */
const wiki = /\[\[([^[\]\n]{1,300})\]\]/;
/** An id that stands with its scheme, or is a DOI: a bare number may be anything. */
const id =
  /(?<![\w/.])(?:arxiv:\s?[\w.-]+(?:\/\d{7})?(?:v\d+)?|10\.\d{4,9}\/[^\s<>()[\]{}"'`,;]+|pmid:\s?\d{1,9}|PMC\d{4,9})/i;
const special = new RegExp([formulaMark, wiki, tag, id].map(({ source }) => `(?:${source})`).join('|'), 'giu');

function QueryLink({ query, text, onQuery }: { query: string; text: string; onQuery: OnQuery | undefined }) {
  if (!onQuery) return <>{text}</>;
  return (
    <button type="button" class="link" title={query} onClick={() => onQuery(query)}>
      {text}
    </button>
  );
}

/** The address of the paper that a text names by an id, and the text without a full stop that ends a sentence. */
function named(text: string): { address: string; shown: string; rest: string } | undefined {
  const shown = text.replace(/[.:?!]+$/, '');
  const [first] = idsIn(shown);
  const address = first && addressOfId(first.id);
  return address === undefined ? undefined : { address, shown, rest: text.slice(shown.length) };
}

function drawnSpecial(found: RegExpMatchArray, formulas: readonly NoteFormula[], onQuery: OnQuery | undefined) {
  const [text, number, title] = found;
  if (number !== undefined) {
    const formula = formulas[Number(number)];
    return formula ? <Formula {...formula} /> : text;
  }
  if (title !== undefined) {
    const [own] = idsIn(title.trim());
    return <QueryLink query={own?.id ?? asTerm('title', title.trim())} text={title} onQuery={onQuery} />;
  }
  if (text.startsWith('#')) return <QueryLink query={asTerm('tag', text.slice(1))} text={text} onQuery={onQuery} />;
  const paper = named(text);
  if (!paper) return text;
  return (
    <>
      <a href={paper.address} target="_blank" rel="noreferrer">
        {paper.shown}
      </a>
      {paper.rest}
    </>
  );
}

interface NoteTextProps {
  text: string;
  formulas: readonly NoteFormula[];
  onQuery: OnQuery | undefined;
}

/** Text of a note: its line breaks are kept; formulas are drawn; tags, ids and `[[…]]` are links, but not within a link. */
export function NoteText({ text, formulas, onQuery }: NoteTextProps) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  const plain = (until: number) => {
    for (const [i, line] of text.slice(from, until).split('\n').entries()) parts.push(i > 0 && <br />, line);
  };
  for (const found of text.matchAll(special)) {
    plain(found.index);
    parts.push(drawnSpecial(found, formulas, onQuery));
    from = found.index + found[0].length;
  }
  plain(text.length);
  return <>{parts}</>;
}
