/** Formats a paper as a plain-text reference. Own code, because citeproc's licence (AGPL/CPAL) is incompatible with ours. */
import { apa } from './cite/apa';
import { chicago } from './cite/chicago';
import { ieee } from './cite/ieee';
import { mla } from './cite/mla';
import { type CitationParts, citationParts } from './cite/parts';
import { vancouver } from './cite/vancouver';
import type { ExportPaper } from './format';

/** Ids of the styles, kept in settings: never change one. In the order offered. */
export const citationStyles = ['apa', 'mla', 'chicago', 'ieee', 'vancouver'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** Names shown to the user; proper names, so not translated. */
export const styleNames: Record<CitationStyle, string> = {
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
};

const writers: Record<CitationStyle, (paper: CitationParts) => string> = { apa, mla, chicago, ieee, vancouver };

/** The reference in a style, without the leading number of numbered styles. */
export const cite = (paper: ExportPaper, style: CitationStyle): string => writers[style](citationParts(paper));
