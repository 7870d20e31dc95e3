/** What the names of other programs' fields mean. */
export type RecordField =
  | 'title'
  | 'authors'
  /** Authors with their full given names, taken before `authors`. */
  | 'fullNames'
  /** Organisations as authors. */
  | 'groups'
  | 'year'
  | 'date'
  | 'venue'
  /** A venue that counts where there is no other: a conference's name, an abbreviation. */
  | 'otherVenue'
  | 'institution'
  | 'publisher'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'firstPage'
  | 'lastPage'
  | 'articleNumber'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'url'
  | 'pdf'
  | 'abstract'
  | 'keywords'
  | 'tags'
  | 'note'
  | 'comment'
  | 'type'
  | 'language'
  | 'citationKey'
  /** A whole citation: "J Inv. 2017 Mar 1;24(2):398-402." */
  | 'citation'
  /** Zotero's "Extra": lines of `Name: value`. */
  | 'extra'
  /** PubMed's list of ids: "PMID:1 | PMCID:PMC2". */
  | 'identifiers'
  /** Known, and not kept. */
  | 'none';
