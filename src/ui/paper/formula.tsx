import { createElement, type VNode } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { loadMath, type MathElement, type ReadMath } from '../../formulas/math-tree';
import { plainFormula } from '../../paper/tex/plain-formula';

let read: ReadMath | undefined;
let loading: Promise<void> | undefined;

/** What reads formulas, loaded when the first formula is drawn. Undefined until then. */
function useMath(): ReadMath | undefined {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (read) return;
    loading ??= loadMath().then((loaded) => {
      read = loaded;
    });
    // If it cannot be loaded, formulas stay plain text.
    loading.then(
      () => redraw(undefined),
      () => undefined,
    );
  }, []);
  return read;
}

const drawn = ({ name, attributes, children }: MathElement, more: Record<string, string> = {}): VNode =>
  createElement(
    name,
    { ...attributes, ...more },
    ...children.map((child) => (typeof child === 'string' ? child : drawn(child))),
  );

interface FormulaProps {
  tex: string;
  isDisplay: boolean;
  /** With its delimiters: shown where the formula cannot be read. */
  source: string;
}

/** A formula as MathML, named by its plain text for screen readers; that text where it cannot be drawn, else its source. */
export function Formula({ tex, isDisplay, source }: FormulaProps) {
  const math = useMath();
  const plain = useMemo(() => plainFormula(tex), [tex]);
  const tree = useMemo(() => math?.(tex, isDisplay), [math, tex, isDisplay]);
  if (!tree && math && plain === undefined) return <code class="formula">{source}</code>;
  if (!tree) return <span class="formula">{plain ?? source}</span>;
  return <span class="formula">{drawn(tree, { 'aria-label': plain ?? tex })}</span>;
}
