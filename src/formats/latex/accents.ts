/** Non-ASCII letters and signs as LaTeX commands that need no package; anything else stays. */

const combining: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
  '\u0323': 'd',
  '\u0331': 'b',
};

const signs: Record<string, string> = {
  ...{
    ß: '{\\ss}',
    ø: '{\\o}',
    Ø: '{\\O}',
    æ: '{\\ae}',
    Æ: '{\\AE}',
    œ: '{\\oe}',
    Œ: '{\\OE}',
    å: '{\\aa}',
    Å: '{\\AA}',
  },
  ...{
    ł: '{\\l}',
    Ł: '{\\L}',
    ı: '{\\i}',
    '–': '--',
    '—': '---',
    '‘': '\\textquoteleft{}',
    '’': '\\textquoteright{}',
    '“': '``',
    '”': "''",
  },
  ...{ '…': '\\ldots{}', '§': '{\\S}', '©': '\\copyright{}', '£': '\\pounds{}', '\u00a0': '~' },
};

const greek: Record<string, string> = {
  ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'varepsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota' },
  ...{ κ: 'kappa', λ: 'lambda', μ: 'mu', µ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'varsigma' },
  ...{ τ: 'tau', υ: 'upsilon', φ: 'varphi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta' },
  ...{ Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma', Υ: 'Upsilon', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega' },
};

/** Replaces accents in LaTeX source: `é` by `{\'e}`. */
export function accented(latex: string): string {
  return latex.replace(/[^ -~\s]/gu, (char) => {
    const sign = signs[char];
    if (sign !== undefined) return sign;
    if (greek[char] !== undefined) return `{\\ensuremath{\\${greek[char]}}}`;
    const [base = '', mark = '', ...more] = char.normalize('NFD');
    const command = combining[mark];
    if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return char;
    // LaTeX takes the dot off for the four common accents; pandoc and citation.js would keep the dotless letter.
    const isDotless = base === 'i' ? !/^[`'^"]$/.test(command) : base === 'j';
    const letter = isDotless && !/[cdbH]/.test(command) ? `\\${base}` : base;
    return /[A-Za-z]/.test(command) ? `{\\${command}{${letter}}}` : `{\\${command}${letter}}`;
  });
}
