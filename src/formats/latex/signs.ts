/** What LaTeX commands and ligatures print. */

/** Accent commands as combining characters. */
export const combining: Record<string, string> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307', '"': '\u0308' },
  ...{ u: '\u0306', v: '\u030c', H: '\u030b', r: '\u030a', c: '\u0327', k: '\u0328', d: '\u0323', b: '\u0331' },
};

/** Ligatures and signs that stand for others. */
export const letters: Record<string, string> = {
  ...{ '---': '—', '--': '–', '``': '“', "''": '”', '~': '\u00a0' },
};

const names = `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
Upsilon Υ Phi Φ Psi Ψ Omega Ω times × pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ approx ≈ sim ∼ infty ∞ to → rightarrow → leftarrow ← cdot ·
circ ∘ degree ° prime ′ langle ⟨ rangle ⟩ mid ∣ backslash \\ lbrace { rbrace } lt < gt > ast ∗ bullet •`;

/** Names of Greek letters and of signs in mathematics. */
const mathematical = Object.fromEntries(
  (names.match(/(\S+) (\S+)/g) ?? []).map((pair) => pair.split(' ') as [string, string]),
);

/** The text of a formula that is a single sign: `\alpha`, `<`. */
export const ensured = (formula: string): string | undefined =>
  /^[<>|=+*-]$/.test(formula) ? formula : mathematical[/^\\([A-Za-z]+)$/.exec(formula)?.[1] ?? ''];

export const commandSigns: Record<string, string> = {
  ...{ textbackslash: '\\', textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textasciitilde: '~' },
  ...{ textasciicircum: '^', textasciigrave: '`', textbar: '|', textless: '<', textgreater: '>', textunderscore: '_' },
  ...{ textdollar: '$', ldots: '…', dots: '…', textellipsis: '…', textquoteleft: '‘', textquoteright: '’' },
  ...{ textquotedblleft: '“', textquotedblright: '”', textquotedbl: '"', textquotesingle: "'", quotedblbase: '„' },
  ...{ quotesinglbase: '‚', guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»' },
  ...{ guilsinglleft: '‹', guilsinglright: '›', flqq: '«', frqq: '»', glqq: '„', grqq: '“', lq: '‘', rq: '’' },
  ...{ textendash: '–', textemdash: '—', textquestiondown: '¿', textexclamdown: '¡', textperiodcentered: '·' },
  ...{ textbullet: '•', textdegree: '°', textmu: 'µ', textregistered: '®', texttrademark: '™', textcopyright: '©' },
  ...{ textordfeminine: 'ª', textordmasculine: 'º', texteuro: '€', euro: '€', textsection: '§', textparagraph: '¶' },
  ...{ texttimes: '×', textpm: '±', textonehalf: '½', textasteriskcentered: '*', pounds: '£', textsterling: '£' },
  ...{
    ss: 'ß',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    dh: 'ð',
    DH: 'Ð',
  },
  ...{ th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', i: 'ı', j: 'ȷ', S: '§', P: '¶', copyright: '©', dag: '†' },
  ...{ ddag: '‡', slash: '/', space: ' ', quad: ' ', qquad: ' ', par: '\n', newline: ' ', textvisiblespace: ' ' },
  ...{ TeX: 'TeX', LaTeX: 'LaTeX', LaTeXe: 'LaTeX2ε', BibTeX: 'BibTeX', XeTeX: 'XeTeX', MakeTextLowercase: '' },
  ...Object.fromEntries(['alpha', 'beta', 'gamma', 'mu'].map((name) => [`text${name}`, mathematical[name] ?? ''])),
};

/** Formulas that are only a sign, as programs write signs. */
export const formulaSigns: Record<string, string> = {
  ...{ '<': '<', '>': '>', '|': '|', '{<}': '<', '{>}': '>', '{|}': '|', '\\backslash': '\\', '\\sim': '~' },
  ...{ '\\%': '%', '\\{': '{', '\\}': '}', '\\lbrace': '{', '\\rbrace': '}', '\\cdot': '·', '\\times': '×' },
  ...{ '^\\circ': '°', '^{\\circ}': '°', '^o': 'º', '\\bullet': '•', '-': '-', '\\sp': '^' },
};
