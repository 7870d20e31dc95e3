/** Citations in one field, as PubMed and Embase write them in tables. */

export interface CitationFields {
  venue?: string | undefined;
  date?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  doi?: string | undefined;
}

/** "J Inv Inform. 2017 Mar 1;24(2):398-402. doi: 10.…": https://www.nlm.nih.gov/bsd/uniform_requirements.html */
const vancouver =
  /^(?:(?<venue>[^.;]{2,200})\.\s+)?(?<date>\d{4}(?:\s+[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?:\s+\d{1,2})?)\s*(?:;\s*(?<volume>[\w .-]{0,30}?)(?:\((?<issue>[^)]{1,30})\))?(?::(?<pages>[\w-]{1,30}))?)?\s*(?:\.|;|$)/;
/** "Inventive Surgery (2014) 3:3 (152-160)." */
const embase =
  /^(?<venue>[^()]{2,200}?)\s*\((?<date>\d{4})\)\s*(?<volume>[\w.]{0,20})(?::(?<issue>[\w. -]{0,20}?))?\s*(?:\((?<pages>[\w-]{1,30})\))?\./;

/** The parts of a citation; none if it is of no known form. */
export function citationFields(text: string | undefined): CitationFields {
  const found = embase.exec(text ?? '')?.groups ?? vancouver.exec(text ?? '')?.groups;
  if (!found) return {};
  const doi = /\bdoi:\s*(10\.\S+?)\.?(?:\s|$)/i.exec(text ?? '')?.[1];
  return { ...found, volume: found.volume || undefined, pages: found.pages && fullPages(found.pages), doi };
}

/** MEDLINE's shortened ranges in full: "1042-9" is 1042-1049. https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pg */
export function fullPages(pages: string): string {
  return pages.replace(
    /(?<!\w)([A-Za-z]?)(\d+)-([A-Za-z]?)(\d+)(?!\w)/g,
    (whole, letter, first: string, other, last: string) => {
      if (last.length >= first.length || (other !== '' && other !== letter)) return whole;
      return `${letter}${first}-${letter}${first.slice(0, first.length - last.length)}${last}`;
    },
  );
}
