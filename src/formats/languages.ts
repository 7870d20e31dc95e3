/** Languages as other programs name them, as BCP 47 tags. */
const names: Record<string, string> = {
  de: 'german ngerman naustrian austrian nswissgerman deutsch allemand ger deu',
  en: 'english american usenglish ukenglish british british-english canadian australian eng anglais inglés ingles englisch',
  fr: 'french francais français acadian frenchb canadien fre fra französisch',
  es: 'spanish español espanol spa castellano',
  it: 'italian italiano ita',
  pt: 'portuguese português portugues brazilian brazil por portuges',
  nl: 'dutch nederlands dut nld',
  ru: 'russian русский rus',
  uk: 'ukrainian ukr',
  pl: 'polish polski pol',
  cs: 'czech čeština cze ces',
  sk: 'slovak slovenčina slo slk',
  sv: 'swedish svenska swe',
  da: 'danish dansk dan',
  nb: 'norwegian norsk nynorsk nor no',
  fi: 'finnish suomi fin',
  hu: 'hungarian magyar hun',
  tr: 'turkish türkçe tur',
  el: 'greek polutonikogreek gre ell',
  he: 'hebrew heb',
  ar: 'arabic ara',
  fa: 'persian farsi per fas',
  zh: 'chinese 中文 汉语 chi zho cn',
  ja: 'japanese 日本語 jpn jp',
  ko: 'korean 한국어 kor',
  vi: 'vietnamese vie',
  la: 'latin lat',
};

const tags = new Map(
  Object.entries(names).flatMap(([tag, list]) => list.split(' ').map((name) => [name, tag] as const)),
);

/** The tag of a language's name or code ("ngerman", "eng", "de-DE", "中文;"), without region; undefined if it is not known. */
export function languageTag(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase().split(/[;,|]/)[0]?.trim() ?? '';
  const code = name.split(/[-_]/)[0] ?? '';
  return tags.get(name) ?? (Object.hasOwn(names, code) ? code : tags.get(code));
}

/** The name that LaTeX's babel and biblatex have for a tag; undefined for those that are not listed here. */
export const babelName = (tag: string | undefined): string | undefined =>
  tag !== undefined && Object.hasOwn(names, tag) ? names[tag]?.split(' ')[0] : undefined;
