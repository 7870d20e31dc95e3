import { isWeb } from '../../paper/addresses';
import { TexText } from './tex-text';

/** Addresses in a text, also within `\url{…}` but not those of `\href`; repositories often stand there without a scheme. They end before punctuation. */
const addresses =
  /(?<!\\href\{)(?:\\url\{)?((?:https?:\/\/|(?<![\w./@-])github\.com\/)[^\s<>(){}"]{1,500}[^\s<>(){}".,;:!?'’])\}?/g;

/** A text whose addresses are links, with its formulas drawn and the words of a query highlighted. */
export function LinkedText({ text, words = [] }: { text: string; words?: readonly string[] }) {
  let at = 0;
  const parts = [...text.matchAll(addresses)].flatMap((found) => {
    const [whole, shown = ''] = found;
    const address = shown.startsWith('http') ? shown : `https://${shown}`;
    if (!isWeb(address)) return [];
    const before = text.slice(at, found.index);
    at = found.index + whole.length;
    return [
      <TexText key={`${found.index} text`} text={before} words={words} />,
      <a key={found.index} href={address} target="_blank" rel="noreferrer">
        {shown}
      </a>,
    ];
  });
  return (
    <>
      {parts}
      <TexText text={text.slice(at)} words={words} />
    </>
  );
}
