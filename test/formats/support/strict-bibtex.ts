import { type Creator, parse } from '@retorquere/bibtex-parser';

export interface StrictEntry {
  type: string;
  key: string;
  fields: Record<string, unknown>;
}

/** Entries by an independent parser, formulas left as they are, and everything it complains of. */
export function strictBibtex(text: string): { entries: StrictEntry[]; complaints: string[] } {
  const library = parse(text, {
    english: false,
    sentenceCase: false,
    caseProtection: false,
    fieldMode: { keywords: 'richtext' },
    unsupported: (_node, tex) => tex,
  });
  const complaints = library.errors.map(({ error, input }) => `${error}: ${input?.slice(0, 200)}`);
  return { entries: library.entries as unknown as StrictEntry[], complaints };
}

export function strictNames(creators: unknown): string[] {
  return ((creators ?? []) as Creator[]).map(({ name, firstName, prefix, lastName, suffix }) =>
    (name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')).trim().normalize('NFC'),
  );
}
