/** Markup in CSL's texts: a few HTML tags for italics and scripts, JATS in abstracts, pandoc's `[word]{.nocase}`. */
/** A tag without its end is text. */
const element = /<((?:jats:)?(?:i|b|em|strong|sub|sup|sc|span|p|italic|bold|title|sec))(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;
const pandoc = /\[([^[\]]*)\]\{\.[\w. -]+\}/g;

/** The text without its marks; entities stay. */
export function withoutCslMarkup(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 5 && /<|\]\{\./.test(plain); depth++)
    plain = plain
      .replace(element, (_, tag: string, inside: string) =>
        /^(?:jats:)?(?:p|title|sec)$/i.test(tag) ? `${inside}\n` : inside,
      )
      .replace(pandoc, '$1');
  return plain;
}
