import { expect, test } from 'vitest';
import { hasFormula, texParts } from '../../src/paper/tex/parts';
import { plainText } from '../../src/paper/tex/plain-text';

test.each([
  // formulas
  ['An $\\mathcal{O}(K^{2/3})$ bound', 'An O(K^(2/3)) bound'],
  ['$\\mathbb{Z}_q^n$ and $\\mathbb{E}[x]$', 'ℤ_qⁿ and 𝔼[x]'],
  ['M$^{2}$SNet, AT$^2$PO, A$_3$B$_2$, CO$\x7b_2}$', 'M²SNet, AT²PO, A₃B₂, CO₂'],
  ['Achieving $\\varepsilon^{-2}$ in $\\ell_p$ and $\\ell_\\infty$', 'Achieving ε⁻² in ℓₚ and ℓ_∞'],
  ['$\\tilde{O}(\\sqrt{T})$, $\\sqrt{x+1}$, $\\frac{1}{2}$, $\\frac{a+b}{c}$', 'Õ(√T), √(x+1), 1/2, (a+b)/c'],
  ['$\\mathcal{O}(\\log N)$ and $n\\geq 4$', 'O(log N) and n ≥ 4'],
  ['$3\\times3$ and $3 \\times 3$, $10^{-4}$', '3×3 and 3 × 3, 10⁻⁴'],
  ["$x_{\\text{max}}$, $x_{i,j}$, $A^\\top$, $f'$", 'x_max, x_(i,j), Aᵀ, f′'],
  ['$\\left( \\alpha, \\beta \\right)$-stable', '(α, β)-stable'],
  ['$k$-means, $k\\to\\infty$', 'k-means, k → ∞'],
  ['\\(a \\le b\\) and \\[E = mc^2\\]', 'a ≤ b and E = mc²'],
  ['$1\\%$ of $\\{0,1\\}^n$', '1% of {0,1}ⁿ'],
  ['$90^\\circ$', '90°'],
  // words
  ['\\textit{In vivo} and \\textbf{\\emph{bold}}', 'In vivo and bold'],
  ['{\\it Drosophila} \\& co.: 5\\% of \\$3', 'Drosophila & co.: 5% of $3'],
  ['X^{2}-Gaussian, SL^{2}A-INR, V_{0.5}, V^3, A^2FM', 'X²-Gaussian, SL²A-INR, V_0.5, V³, A²FM'],
  ['F\\textsuperscript{2}LP-AP', 'F²LP-AP'],
  ['K\\"ohler, \\k{a}, \\v{s}, Erd\\H{o}s', 'Köhler, ą, š, Erdős'],
  ['pages 3--7, a -- b, it---yes', 'pages 3–7, a – b, it—yes'],
  ["the ``best'' of us", 'the “best” of us'],
  ['code at \\url{https://example.org/a_b}', 'code at https://example.org/a_b'],
  ['up to $\\sim$100%, AUROC$>$0.75', 'up to ∼100%, AUROC>0.75'],
  // what stays
  ['it costs $5 and $7', 'it costs $5 and $7'],
  ['Earn $1 Million, or $200k', 'Earn $1 Million, or $200k'],
  ['7,400 Bugs for 1$: Cheap repair for 2$', '7,400 Bugs for 1$: Cheap repair for 2$'],
  ['$5-$7 a month', '$5-$7 a month'],
  ['between $5M and US$7M', 'between $5M and US$7M'],
  ['A_B, snake_case and file_2', 'A_B, snake_case and file_2'],
  ['with --flag or \\implname', 'with --flag or \\implname'],
  ['C:\\dir {LLM} a~b ~10', 'C:\\dir {LLM} a~b ~10'],
  ['$textbf{specialist} and textbf{generalist}$', '$textbf{specialist} and textbf{generalist}$'],
  // what cannot be read shows its source
  ['$\\begin{matrix}a\\end{matrix}$', '$\\begin{matrix}a\\end{matrix}$'],
  ['$\\unknown{x}$ and $a}$', '$\\unknown{x}$ and $a}$'],
  ['$\\href{javascript:alert(1)}{x}$', '$\\href{javascript:alert(1)}{x}$'],
])('%s is shown as %s', (source, expected) => expect(plainText(source)).toBe(expected));

test('the parts of a text are the whole text', () => {
  const source = 'a $x$ b $$y$$ \\(z\\) costs $5 \\$3 \\[w\\] $';
  expect(
    texParts(source)
      .map((part) => (part.is === 'text' ? part.text : part.source))
      .join(''),
  ).toBe(source);
  expect(texParts(source).flatMap((part) => (part.is === 'formula' ? [[part.tex, part.isDisplay]] : []))).toEqual([
    ['x', false],
    ['y', true],
    ['z', false],
    ['w', true],
  ]);
});

test('a text without a formula has none', () => {
  for (const source of ['costs $5 and $7', 'A_B', 'a \\$ b \\$', '$ x $', 'a $\n\n$ b'])
    expect(hasFormula(source)).toBe(false);
});

test('hostile formulas end in time', () => {
  const begun = performance.now();
  const deep = (n: number) => `${'{'.repeat(n)}x${'}'.repeat(n)}`;
  for (const source of [
    `$${'^'.repeat(500)}$`,
    `$${deep(290)}$`,
    `$${'\\sqrt'.repeat(110)}x$`,
    '$'.repeat(100_000),
    '\\textbf{'.repeat(20_000),
    `${'$a'.repeat(50_000)}`,
    `\\(${'x'.repeat(200_000)}`,
    `${'\\('.repeat(50_000)}`,
    'a^{'.repeat(30_000),
  ])
    plainText(source);
  expect(performance.now() - begun).toBeLessThan(3000);
});
