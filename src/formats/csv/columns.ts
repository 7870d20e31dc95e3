/** Names of columns in the tables of Zotero, Scopus, Web of Science, IEEE Xplore, SpringerLink, OpenAlex, PubMed, Embase, Lens, Dimensions, Publish or Perish, and of hands. */
import type { RecordField } from '../record/field';

/** The columns of Zotero's CSV, in its order, so that files of both can stand below each other. */
export const columns = [
  ...['Key', 'Item Type', 'Publication Year', 'Author', 'Title', 'Publication Title', 'ISBN', 'ISSN', 'DOI', 'Url'],
  ...['Abstract Note', 'Date', 'Date Added', 'Date Modified', 'Access Date', 'Pages', 'Num Pages', 'Issue', 'Volume'],
  ...['Number Of Volumes', 'Journal Abbreviation', 'Short Title', 'Series', 'Series Number', 'Series Text'],
  ...['Series Title', 'Publisher', 'Place', 'Language', 'Rights', 'Type', 'Archive', 'Archive Location'],
  ...['Library Catalog', 'Call Number', 'Extra', 'Notes', 'File Attachments', 'Link Attachments', 'Manual Tags'],
  ...['Automatic Tags', 'Editor', 'Series Editor', 'Translator', 'Contributor', 'Attorney Agent', 'Book Author'],
  ...['Cast Member', 'Commenter', 'Composer', 'Cosponsor', 'Counsel', 'Interviewer', 'Producer', 'Recipient'],
  ...['Reviewed Author', 'Scriptwriter', 'Words By', 'Guest', 'Number', 'Edition', 'Running Time', 'Scale', 'Medium'],
  ...['Artwork Size', 'Filing Date', 'Application Number', 'Assignee', 'Issuing Authority', 'Country', 'Meeting Name'],
  ...['Conference Name', 'Court', 'References', 'Reporter', 'Legal Status', 'Priority Numbers', 'Programming Language'],
  ...['Version', 'System', 'Code', 'Code Number', 'Section', 'Session', 'Committee', 'History', 'Legislative Body'],
] as const;
export type Column = (typeof columns)[number];

/** Names by field, of several columns for one field the best first. `_`, `.` and `-` are spaces, capitals do not count. */
const names: Partial<Record<RecordField, string>> = {
  title: 'title|document title|article title|item title|paper title|display name|标题|题名|titel|titre|título|titulo',
  fullNames: 'author full names|authors full name|author full name|book author full names',
  authors:
    'authors|author|author names|author name|author(s)|author/s|creator|creators|authorships author display name|author raw name|raw author name|作者|autoren|autor|autores|auteurs|auteur',
  groups: 'corporate authors|group authors|collaboration',
  year: 'publication year|year|pubyear|pub year|year of publication|publicationyear|published year|出版年|年|jahr|année|annee|año|ano',
  date: 'date|publication date|date published|issue date|published|published date|publicationdate|pubdate|date of publication|publication date (print)|publication date (online)|online date|出版日期|发表时间|datum',
  venue:
    'publication title|source title|journal|journal/book|journal title|venue|booktitle|book title|journal name|publication name|container title|primary location source display name|primary location display name|anthology title|full journal title|source|publication venue|publication|期刊|刊名|文献来源|zeitschrift|revue|revista',
  otherVenue:
    'conference name|conference title|conference|proceedings title|meeting name|abbreviated source title|journal abbreviation|shortdetails',
  institution: 'university|school|institution',
  publisher: 'publisher|publisher name|primary location host organization|出版社|verlag|éditeur|editorial|editora',
  volume: 'volume|journal volume|vol|biblio volume|卷|band',
  issue: 'issue|issue number|journal issue|issue no|biblio issue|number|期|heft|numéro|número',
  pages: 'pages|pagination|page range|page numbers|page|页码|seiten|páginas',
  firstPage: 'page start|start page|startpage|first page|beginning page|begin page|biblio first page|spage',
  lastPage: 'page end|end page|endpage|last page|ending page|biblio last page|epage',
  articleNumber: 'art no|article number|article no|elocation id',
  doi: 'doi|item doi|doi link|digital object identifier|prism doi|dois|doi url|open url link',
  pmid: 'pmid|pubmed id|medline pmid|ids pmid|entrezuid|pubmed',
  pmcid: 'pmcid|ids pmcid|pmc id|pmc',
  arxiv: 'arxiv|arxiv id|arxivid|eprint',
  url: 'url|link|urls|source urls|external url|articleurl|article url|source linkout|landing page url|primary location landing page url|pdf link|web link|链接|网址',
  pdf: 'link attachments|fulltexturl|pdf url|pdf|primary location pdf url|best oa location pdf url|oa url|open access oa url',
  abstract: 'abstract note|abstract|summary|abstracts|description|摘要|zusammenfassung|résumé|resumen|resumo',
  keywords:
    'automatic tags|author keywords|keywords|keyword|index keywords|keywords plus|ieee terms|mesh terms|mesh|keywords display name|inspec controlled terms|关键词|schlagwörter|mots clés|palabras clave',
  tags: 'manual tags|tags|tag|labels|collections|标签',
  note: 'notes|note|my notes|comments|备注',
  type: 'item type|document type|publication type|content type|entry type|document identifier|type|itemtype|reference type|文献类型',
  language: 'language|language of original document|languages|语言',
  citation: 'citation|details',
  extra: 'extra',
  identifiers: 'identifiers',
};

/** Web of Science's tags as columns of its tab-delimited files; R's bibliometrix writes some of its own. */
export const webOfScienceTags: Readonly<Record<string, RecordField>> = {
  ...{
    TI: 'title',
    AF: 'fullNames',
    AU: 'authors',
    CA: 'groups',
    GP: 'groups',
    PY: 'year',
    PD: 'none',
    SO: 'venue',
    CT: 'otherVenue',
  },
  ...{
    VL: 'volume',
    IS: 'issue',
    // bibliometrix writes Web of Science's tags, but for these.
    VO: 'volume',
    NU: 'issue',
    BP: 'firstPage',
    EP: 'lastPage',
    PG: 'none',
    AR: 'articleNumber',
    DI: 'doi',
    PM: 'pmid',
    AB: 'abstract',
  },
  ...{
    DE: 'keywords',
    ID: 'keywords',
    DT: 'type',
    PT: 'type',
    LA: 'language',
    PU: 'publisher',
    PMID: 'pmid',
    UR: 'url',
    PP: 'pages',
  },
};

const byName = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split('|').map((name, order) => [name, { field: field as RecordField, order }] as const),
  ),
);

/** What a column holds, and its place among columns for the same field; the first with a value counts. */
export interface ColumnField {
  field: RecordField;
  order: number;
}

const folded = (name: string): string =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_.\-:]+/g, ' ')
    .trim();

/** Whether a header has the tags of Web of Science. */
export const isTagged = (header: readonly string[]): boolean =>
  header.filter((name) => Object.hasOwn(webOfScienceTags, name.trim())).length > 3 &&
  header.some((name) => name.trim() === 'TI');

/** The fields of a header's columns; undefined for columns that are not known. */
export function fieldsOf(header: readonly string[]): (ColumnField | undefined)[] {
  if (isTagged(header)) {
    const tag = (name: string) => name.replace(/^\ufeff/, '').trim();
    return header.map((name) =>
      Object.hasOwn(webOfScienceTags, tag(name))
        ? { field: webOfScienceTags[tag(name)] as RecordField, order: 0 }
        : undefined,
    );
  }
  const all = header.map(folded);
  return all.map((name) => {
    // Zotero's numbers are those of reports and preprints; PubMed's tables of before 2020 have authors under "Description".
    if (name === 'number' && all.includes('item type')) return { field: 'arxiv', order: 9 };
    if (name === 'description' && all.includes('entrezuid')) return { field: 'authors', order: 0 };
    return byName.get(name);
  });
}
