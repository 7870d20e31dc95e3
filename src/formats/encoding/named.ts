/** The encoding that a file names in its first lines: JabRef's "% Encoding: Cp1250", Emacs' "-*- coding: gbk -*-". */

/** Java's and TeX's names of encodings, as `TextDecoder` knows them. */
const names: Record<string, string> = {
  ...{ macroman: 'macintosh', applemac: 'macintosh', sjis: 'shift_jis', ms932: 'shift_jis', eucjp: 'euc-jp' },
  ...{
    latin1: 'windows-1252',
    latin2: 'iso-8859-2',
    latin9: 'iso-8859-15',
    ansinew: 'windows-1252',
    ascii: 'windows-1252',
  },
  ...{ gb2312: 'gb18030', gbk: 'gb18030', ms936: 'gb18030', ms949: 'euc-kr', ms950: 'big5', koi8r: 'koi8-r' },
};

/** The encoding's name for `TextDecoder`; undefined if none is named, or one that it does not have, or UTF-8. */
export function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2000));
  const named = /^[ \t%#*-]*(?:!TeX |file)?(?:en)?coding\s*[:=]\s*([A-Za-z][\w.:-]{1,30})/im.exec(head)?.[1] ?? '';
  const plain = named.toLowerCase().replace(/[^a-z0-9]/g, '');
  const code = /^(?:cp|windows|ms|win)(125\d)$/.exec(plain)?.[1];
  const iso = /^iso8859(\d{1,2})$/.exec(plain)?.[1];
  const label = names[plain] ?? (code ? `windows-${code}` : iso ? `iso-8859-${iso}` : named);
  if (label === '' || /^utf/.test(plain)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
