/** What commands of TeX print as, where Unicode has the sign. Names as in `unicode-math`. */

const greek = `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ
mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ
Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω`;
const letters = `ell ℓ hbar ℏ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄
prime ′ angle ∠ triangle △ top ⊤ bot ⊥ square □ Box □ Diamond ◇ diamond ⋄ flat ♭ natural ♮ sharp ♯ surd √ checkmark ✓ degree ° copyright © pounds £
star ⋆ ast ∗ bullet • dagger † ddagger ‡ dag † ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ S § P ¶ imath ı jmath ȷ
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ lbrace { rbrace } backslash \\
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ lbrack [ rbrack ] neg ¬ lnot ¬ slash /
textbackslash \\ textasciitilde ~ textasciicircum ^ textbar | textless < textgreater > textunderscore _ textdollar $ textellipsis …
textendash – textemdash — textbullet • textdegree ° textregistered ® texttrademark ™ texttimes × textpm ± TeX TeX LaTeX LaTeX ss ß o ø
O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å dh ð i ı j ȷ`;
const operators = `times × div ÷ cdot · circ ∘ pm ± mp ∓ oplus ⊕ otimes ⊗ odot ⊙ ominus ⊖ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖
uplus ⊎ sqcup ⊔ sqcap ⊓ ltimes ⋉ rtimes ⋊ bmod mod`;
const relations = `leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ leqslant ⩽
geqslant ⩾ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ asymp ≍ to → rightarrow → longrightarrow ⟶
leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ updownarrow ↕
nearrow ↗ searrow ↘ perp ⟂ parallel ∥ mid ∣ vdash ⊢ models ⊨ doteq ≐ triangleq ≜ coloneqq ≔ gt > lt <`;

const table = (pairs: string): ReadonlyMap<string, string> => {
  const words = pairs.split(/\s+/);
  return new Map(Array.from({ length: words.length / 2 }, (_, i) => [words[2 * i] ?? '', words[2 * i + 1] ?? '']));
};

/** Letters and signs, by the command's name. */
export const signs = table(`${greek} ${letters}`);
/** Operators, which have space around them if the source has. */
export const operatorSigns = table(operators);
/** Relations, which have space around them. */
export const relationSigns = table(relations);

/** Names that are printed as they stand. */
export const functionNames: ReadonlySet<string> = new Set(
  `log ln lg exp max min sup inf lim limsup liminf sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh det dim ker deg gcd hom arg
  argmax argmin Pr`.split(/\s+/),
);

/** Commands that only change how what follows looks. */
export const lookOnly: ReadonlySet<string> = new Set(
  `mathcal mathscr mathfrak mathrm mathit mathbf mathsf mathtt mathnormal boldsymbol bm pmb text textit textbf textrm textsf texttt textsc
  textnormal textup textmd textsl emph operatorname mbox hbox mathop mathrel mathbin mathord mathopen mathclose underline uline ensuremath
  overbrace underbrace mathstrut phantom displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits left right middle big Big bigg Bigg bigl
  bigr Bigl Bigr biggl biggr Biggl Biggr rm it bf sf tt em sc cal itshape bfseries scshape protect nobreak relax normalfont xspace small`.split(
    /\s+/,
  ),
);

/** Spaces; those that pull together print nothing. */
export const spaces = table('quad _ qquad _ enspace _ thinspace _ space _');

/** Accents as combining characters. */
export const accents: ReadonlyMap<string, string> = new Map([
  ...(['hat', 'widehat'].map((name) => [name, '\u0302']) as [string, string][]),
  ...(['tilde', 'widetilde'].map((name) => [name, '\u0303']) as [string, string][]),
  ...(['bar', 'overline'].map((name) => [name, '\u0304']) as [string, string][]),
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['mathring', '\u030a'],
]);

/** Accents of words: `\"o`, `\v{s}`. */
export const wordAccents: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    '.': '\u0307',
    '"': '\u0308',
  }),
  ...Object.entries({
    u: '\u0306',
    v: '\u030c',
    H: '\u030b',
    r: '\u030a',
    c: '\u0327',
    k: '\u0328',
    d: '\u0323',
    b: '\u0331',
  }),
]);

const pairsOf = (from: string, to: string): [string, string][] =>
  [...from].map((sign, i) => [sign, [...to][i] ?? sign]);

/** Signs with a raised form. */
export const raised: ReadonlyMap<string, string> = new Map(
  pairsOf('0123456789+-=()−⊤∘°′*abcdefghijklmnoprstuvwxyzT', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ᵀ°°′*ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ'),
);
/** Signs with a lowered form. */
export const lowered: ReadonlyMap<string, string> = new Map(
  pairsOf('0123456789+-=()−aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
);

/** Letters of `\mathbb` that Unicode has outside its row of double-struck ones. */
const struck: ReadonlyMap<string, string> = new Map(pairsOf('CHNPQRZ', 'ℂℍℕℙℚℝℤ'));

/** A letter or digit as `\mathbb` prints it. */
export function doubleStruck(sign: string): string {
  const known = struck.get(sign);
  if (known) return known;
  if (/^[A-Z]$/.test(sign)) return String.fromCodePoint(0x1d538 + sign.charCodeAt(0) - 65);
  return /^\d$/.test(sign) ? String.fromCodePoint(0x1d7d8 + Number(sign)) : sign;
}
