/**
 * A mark in a drawing, where something is each reader's own: letters and digits alone, so that it stays what it is in
 * HTML, in plain text and in an address. `otherwise` is said where nothing is known of a reader.
 */
export function markOf(own: string, otherwise = ''): string {
  return `BTFIELD${own}Z${hexOf(otherwise)}Z`
}

const mark = /BTFIELD([a-z]+)Z((?:[0-9a-f]{4})*)Z/g

/** What stands in the place of each mark, before it is made safe for where it stands. */
export type Values = Readonly<Record<string, string>>

/** The drawing with one reader's own: `written` makes it safe for where it stands. */
export function filledMarks(drawn: string, values: Values, written: (text: string) => string): string {
  return drawn.replace(mark, (marked, own: string, otherwise: string) => {
    const value = values[own]
    return value === undefined ? marked : written(value || textOf(otherwise))
  })
}

/** A drawing in pieces: what all have as it is, and each mark by its name. */
export type Piece = string | { own: string; otherwise: string }

/** The pieces of a drawing, those that all have as `written`. */
export function piecesOf(drawn: string, written: (text: string) => string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: marked, 1: own = '', 2: otherwise = '' } of drawn.matchAll(mark)) {
    if (index > from) pieces.push(written(drawn.slice(from, index)))
    pieces.push({ own, otherwise: textOf(otherwise) })
    from = index + marked.length
  }
  if (from < drawn.length) pieces.push(written(drawn.slice(from)))
  return pieces
}

const hexOf = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
const textOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

/** As React writes a text into HTML. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
