/** Texts of links that do not tell which paper they lead to. Pure. */

/** Words that say how a paper is linked, or how it was received, not which paper it is. */
const vague = new Set(
  (
    'abs abstract acl acm anthology appendix article arxiv available award best bib bibtex candidate chapter cite citation code ' +
    'conference crossref dataset data doi download fig figure finalist free from full google here honorable html ieee in journal kb library ' +
    'link mb medline mention of official on online open openreview oral original our page paper pdf pmc pmid pmlr poster ' +
    'preprint presentation proceedings publication published publisher pubmed read report runner scholar sec section see ' +
    'semantic spotlight springer table text the this to up version via view web website work v'
  ).split(' '),
);

/** "Wei et al. 2022", "Pearce & Song (2024)", "[Brill 2024]". */
const citation =
  /^\W*(?:v[ao]n |d[aeu]r? |den |[dl]['’])*\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?(?:,? (?:et al\.?|(?:&|and) (?:v[ao]n |d[aeu]r? |den )*\p{Lu}[\p{L}'’-]+))*,?\.? ?\(?(?:19|20)\d\d[a-z]?\W*$|^\W*\p{Lu}[\p{L}'’-]+,? et al\W*$/u;

/** A place in a journal: "Otter Rev. B Vol. 12, L0306 (2025)", "Otters 615, 1–5 (2023)". */
const journalPlace =
  /^\W*\p{Lu}[\p{L}.&: -]{1,60},? (?:vol\. ?)?\d{1,4}[,:]? ?(?:[\w.-]{1,16}(?:[-–][\w.-]{1,16})?,? )?\((?:19|20)\d\d\)\W*$/iu;

/** A series and a year: "ICML 2024", "NeurIPS'22". */
const event = /^\W*[A-Z][A-Za-z]*[A-Z][A-Za-z]*[ '’]{0,2}(?:\d\d)?\d\d\W*$/;

/** An address, a DOI or an arXiv id: "https://…", "doi:10.1000/1", "arXiv:2401.00001 [cs.LG]", "arXiv2401.00001 (2024)". */
const bareAddress =
  /^\W*(?:(?:https?:|www\.|arxiv:|doi:|10\.)\S+(?: \[[\w.-]+\])?|arxiv:? ?\d{4}\.\d{4,5}(?:v\d+)?(?: \(\d{4}\))?)\W*$/i;

/** Words for the place of a paper. */
const place =
  /^\W*(?:acl(?: anthology)?|acm(?: dl)?|arxiv|(?:bio|med)rxiv|cross-?ref|cvf|dblp|doi|full text|html|ieee(?: xplore)?|open-?review|pdf|pmc|pmlr|pub-?med|springer(?: link)?)\W*$/i;

/** Whether a link's text says where a paper is and nothing else: "arXiv", "[PDF]", "doi", "PubMed", a bare address. */
export const namesPlace = (text: string): boolean => place.test(text) || bareAddress.test(text);

/** Whether a link's text tells nothing of the paper: "arXiv", "PDF", "[12]", "3.3", an address, a DOI, "Wei et al. 2022". */
export function isVague(text: string): boolean {
  if ([bareAddress, citation, event, journalPlace].some((form) => form.test(text))) return true;
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => vague.has(word));
}

/** Whether a link's text is hardly a title wherever it stands: a word ("SQuAD"), two names, words that begin in lower case. */
export const isPhrase = (text: string): boolean =>
  !text.includes(' ') || /^\W*\p{Lu}\S+ (?:and|&) \p{Lu}\S+$|^\p{Ll}[\p{Ll}-]+ (?!.*: )|^Click /u.test(text);

/** Whether a text has two words. */
export const isPair = (text: string): boolean => /^\S+ \S+$/.test(text);
