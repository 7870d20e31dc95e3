/**
 * Cells that a spreadsheet would compute: OWASP's rule, read as spreadsheets read a cell. They skip invisible characters and
 * spaces at its start, and take full-width and small signs for the usual ones.
 */

const invisible = /^[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]*/u;

/** Whether a spreadsheet could read a text as a formula. */
export function isFormula(text: string): boolean {
  if (text.startsWith('\t')) return true;
  const [hidden = ''] = invisible.exec(text) ?? [];
  const first = String.fromCodePoint(text.codePointAt(hidden.length) ?? 0);
  return /^[=+\-@|%\u2212]/.test(first.normalize('NFKC'));
}
