/**
 * Formulas as MathML. A formula comes from a page or a file: what temml makes of it is taken over element by element, and only
 * those elements and attributes that draw formulas (https://www.w3.org/TR/mathml-core/). No link, class, style or image does.
 */

/** An element of MathML, as data. */
export interface MathElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (MathElement | string)[];
}

/** Reads a formula. Undefined if it cannot be read: then its source is to be shown. */
export type ReadMath = (tex: string, isDisplay: boolean) => MathElement | undefined;

const elements = new Set(
  `math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd
  mpadded mphantom mstyle menclose`.split(/\s+/),
);
const attributes = new Set(
  `mathvariant stretchy fence separator form lspace rspace minsize maxsize symmetric largeop movablelimits accent accentunder linethickness
  displaystyle scriptlevel width height depth voffset columnalign rowalign columnspan notation`.split(/\s+/),
);
const value = /^[\w .%+-]{1,40}$/;

/** Longer formulas, larger trees and deeper ones are not drawn. */
const maxLength = 1000;
const maxElements = 1500;
const maxDepth = 40;
/** Definitions could grow without end, and no abstract needs one. */
const defining = /\\(?:[gex]?def|let|futurelet|(?:re|provide)?newcommand|global|long|csname|char|catcode)(?![A-Za-z])/;
const options = {
  throwOnError: true,
  trust: false,
  strict: false,
  maxExpand: 100,
  maxSize: [20, 20] as [number, number],
};

/** A node of temml: an element, a list of nodes, or a text. */
interface TemmlNode {
  type?: string;
  attributes?: Record<string, unknown>;
  children?: readonly TemmlNode[];
  text?: string;
}

class TooLarge extends Error {}

/** Takes over what is allowed of a node. A node that is not is replaced by its children. */
function taken(node: TemmlNode, budget: { left: number }, depth: number): (MathElement | string)[] {
  if (depth > maxDepth || --budget.left < 0) throw new TooLarge();
  if (typeof node.text === 'string') return [node.text];
  const children = (node.children ?? []).flatMap((child) => taken(child, budget, depth + 1));
  if (node.type === undefined || !elements.has(node.type)) return children;
  const given = Object.entries(node.attributes ?? {}).map(([name, own]): [string, string] => [name, String(own)]);
  const kept = given.filter(([name, own]) => attributes.has(name) && value.test(own));
  return [{ name: node.type, attributes: Object.fromEntries(kept), children }];
}

/** Loads what reads formulas. */
export async function loadMath(): Promise<ReadMath> {
  const { default: temml } = await import('temml');
  return (tex, isDisplay) => {
    if (tex.length > maxLength || defining.test(tex)) return undefined;
    try {
      const made: TemmlNode = temml.__renderToMathMLTree(tex, { ...options, displayMode: isDisplay });
      const [math] = taken(made, { left: maxElements }, 0);
      if (typeof math !== 'object' || math.name !== 'math') return undefined;
      return isDisplay ? { ...math, attributes: { ...math.attributes, display: 'block' } } : math;
    } catch {
      return undefined; // an error of TeX, or too large: the source is shown
    }
  };
}
