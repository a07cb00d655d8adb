// Where a spreadsheet would begin a cell: at the start, and behind what some regions part cells by.
const formula = /(?<=^|[;\t\r\n])(?=[\s\p{Cf}]*[=+\-@|＝＋－＠｜])/gu
const leadingControl = /^[\t\r\n]/
const guard = /(?<=^|[;\t\r\n])'(?=[\s\p{Cf}]*[=+\-@|＝＋－＠｜])/gu

/**
 * Text that no spreadsheet takes for a formula when it opens a CSV file: an apostrophe stands before what would begin
 * one, also in the full-width forms that some convert.
 */
export function safeCell(text: string): string {
  const safe = text.replace(formula, "'")
  return leadingControl.test(safe) ? `'${safe}` : safe
}

/** A cell of such a file as it was before. Between blank lines one apostrophe may hide the next, hence again and again. */
export function unguardedCell(cell: string): string {
  const text = cell.replace(guard, '')
  return text === cell ? text : unguardedCell(text)
}
