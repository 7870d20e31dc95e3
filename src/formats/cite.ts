/** One paper as an entry of a list of references, in plain text. Writers of our own: citeproc's licence does not go with ours. */
import { apa } from './cite/apa';
import { chicago } from './cite/chicago';
import { ieee } from './cite/ieee';
import { mla } from './cite/mla';
import { type CitationParts, citationParts } from './cite/parts';
import { vancouver } from './cite/vancouver';
import type { ExportPaper } from './format';

/** Styles by their permanent names, in the order in which they are offered. */
export const citationStyles = ['apa', 'mla', 'chicago', 'ieee', 'vancouver'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** Proper names: not translated. */
export const styleNames: Record<CitationStyle, string> = {
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
};

const writers: Record<CitationStyle, (paper: CitationParts) => string> = { apa, mla, chicago, ieee, vancouver };

/** The citation, without the number that some styles put before it. */
export const cite = (paper: ExportPaper, style: CitationStyle): string => writers[style](citationParts(paper));
