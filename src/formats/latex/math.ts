/** Finds the `$…$` of a text that LaTeX can typeset; other dollars are currency. */

/**
 * Commands of LaTeX and amsmath/amssymb that only typeset. An allow list, since TeX is a programming language: `\input`,
 * `\write`, `\def`, `\csname` and unknown commands are treated as text.
 */
const allowed = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma
  varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  mathcal mathbb mathbf mathrm mathsf mathit mathtt mathfrak mathscr boldsymbol bm text textbf textit textrm textsf texttt textsc
  operatorname frac dfrac tfrac binom sqrt hat widehat tilde widetilde bar overline underline vec dot ddot acute grave check breve
  sum prod int oint iint bigcup bigcap bigoplus bigotimes coprod lim limsup liminf sup inf max min arg argmax argmin det dim exp
  log ln lg sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan ker deg gcd hom Pr bmod mod pmod
  cdot cdots ldots dots vdots ddots times div pm mp ast star circ bullet oplus ominus otimes oslash odot dagger ddagger wedge vee
  cap cup setminus uplus sqcap sqcup land lor neg lnot leq le geq ge ll gg neq ne equiv sim simeq approx cong propto doteq prec
  succ preceq succeq subset supset subseteq supseteq subsetneq in ni notin mid parallel perp vdash models asymp lesssim gtrsim
  leqslant geqslant to gets leftarrow rightarrow Leftarrow Rightarrow leftrightarrow Leftrightarrow longrightarrow longleftarrow
  longmapsto mapsto uparrow downarrow Uparrow Downarrow updownarrow nearrow searrow swarrow nwarrow hookrightarrow rightharpoonup
  rightleftharpoons iff implies infty nabla partial forall exists nexists emptyset varnothing aleph hbar ell Re Im wp angle
  triangle square Box diamond Diamond blacksquare clubsuit diamondsuit heartsuit spadesuit flat natural sharp prime backslash
  surd top bot checkmark langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert lbrace rbrace vert Vert left right big Big bigg Bigg
  bigl bigr Bigl Bigr quad qquad displaystyle textstyle scriptstyle limits nolimits not overset underset stackrel underbrace
  overbrace xspace mathop mathrel mathbin star degree S P dag copyright pounds`.split(/\s+/),
);

/** Longer "formulas" are text between two prices. */
const maxFormulaLength = 300;

/** Splits a text into words and formulas (with their dollars), in order. */
export function* mathParts(text: string): Iterable<{ text: string; isMath: boolean }> {
  let from = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    const end = isEscaped(text, at) ? undefined : mathAt(text, at);
    if (end === undefined) {
      at++;
      continue;
    }
    if (at > from) yield { text: text.slice(from, at), isMath: false };
    yield { text: text.slice(at, end), isMath: true };
    at = from = end;
  }
  if (from < text.length) yield { text: text.slice(from), isMath: false };
}

const isEscaped = (text: string, at: number): boolean =>
  /(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 64), at));

/** If the `$` at an offset opens a formula: the offset behind its closing `$`. */
function mathAt(text: string, at: number): number | undefined {
  for (let end = at + 1; end < text.length && end - at < maxFormulaLength; end++) {
    const char = text[end];
    if (char === '\\') end++;
    else if (char === '\n') return undefined;
    else if (char === '$') return isMath(text.slice(at + 1, end), text[end + 1]) ? end + 1 : undefined;
  }
  return undefined;
}

/** Whether the text between two dollars is a valid formula, unlike the "5 and " of "$5 and $10". */
function isMath(inside: string, next: string | undefined): boolean {
  if (inside.trim() !== inside || inside === '' || /^\d/.test(next ?? '')) return false;
  if (/^[\d.,]+[kKmMbB]?\b.*\s/.test(inside) && !/[\\^_=<>+*/]/.test(inside)) return false; // "$5 to a$", not "$5$"
  if (/[^ -~]|[#%&~"@`]|\\[^A-Za-z,;:!{}|% ]|[_^](?:[\s_^}]|$)/.test(inside)) return false;
  if (/\^(?:[^{\\]|\\[A-Za-z]+|\{[^{}]*\})\s*\^|_(?:[^{\\]|\\[A-Za-z]+|\{[^{}]*\})\s*_/.test(inside)) return false; // double script
  const commands = [...inside.matchAll(/\\([A-Za-z]+)/g)].map(([, name = '']) => name);
  if (!commands.every((name) => allowed.has(name))) return false;
  if (commands.filter((name) => name === 'left').length !== commands.filter((name) => name === 'right').length)
    return false;
  return areBalanced(inside) && hasArguments(inside);
}

function areBalanced(text: string): boolean {
  let depth = 0;
  for (const [char] of text.matchAll(/[{}]/g)) {
    depth += char === '{' ? 1 : -1; // `\{` counts too: BibTeX counts it
    if (depth < 0) return false;
  }
  return depth === 0;
}

const takesOne =
  /\\(?:math(?:cal|bb|bf|rm|sf|it|tt|frak|scr|op|rel|bin)|boldsymbol|bm|text(?:bf|it|rm|sf|tt|sc)?|operatorname|sqrt|hat|widehat|tilde|widetilde|bar|overline|underline|vec|d?dot|acute|grave|check|breve|not|left|right|[bB]igg?[lr]?|[dt]?frac|binom|over(?:set|brace)|under(?:set|brace)|stackrel)(?![A-Za-z])/g;

/** Whether every command that takes one or two arguments is followed by them. */
function hasArguments(text: string): boolean {
  for (const found of text.matchAll(takesOne)) {
    const rest = text.slice(found.index + found[0].length).trimStart();
    if (rest === '' || rest.startsWith('}') || rest.startsWith('^') || rest.startsWith('_')) return false;
    const isTwo = /^\\(?:[dt]?frac|binom|overset|underset|stackrel)$/.test(found[0]);
    if (
      isTwo &&
      !/^(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[A-Za-z0-9]|\\[A-Za-z]+)\s*(?:\{|[A-Za-z0-9]|\\[A-Za-z])/.test(rest)
    )
      return false;
  }
  return true;
}
