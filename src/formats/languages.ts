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

/** The tag of a language's name or code ("ngerman", "eng", "de-DE", "中文;"); undefined if it is not known. */
export function languageTag(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase().split(/[;,|]/)[0]?.trim() ?? '';
  const [code = '', region] = name.split(/[-_]/);
  if (tags.has(name)) return tags.get(name);
  if (!/^[a-z]{2}$/.test(code) || !(code in names)) return tags.get(code);
  return region && /^[a-z]{2}$/.test(region) ? `${code}-${region.toUpperCase()}` : code;
}
