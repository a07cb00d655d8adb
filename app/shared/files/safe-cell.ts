// Where a spreadsheet would begin a cell: at the start, and behind what some regions part cells by.
const formula = /(?<=^|[;\t\r\n])(?=[\s\p{Cf}]*[=+\-@|＝＋－＠｜])/gu
const leadingControl = /^[\t\r\n]/

/**
 * Text that no spreadsheet takes for a formula when it opens a CSV file: an apostrophe stands before what would begin
 * one, also in the full-width forms that some convert.
 */
export function safeCell(text: string): string {
  const safe = text.replace(formula, "'")
  return leadingControl.test(safe) ? `'${safe}` : safe
}
