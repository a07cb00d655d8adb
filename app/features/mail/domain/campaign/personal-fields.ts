/** What a campaign may say of each of its recipients, in braces: `{name}`, or `{name|dear guest}` where none is known. */
export const personalFields = ['name', 'list'] as const
export type PersonalField = (typeof personalFields)[number]
/** What else is each one's own in a drawing of a campaign. */
type Own = PersonalField | 'unsubscribe' | 'preferences'

const braces = /\{([^{}\n|]{0,40})(?:\|([^{}\n]{0,120}))?\}/g
// Letters and digits alone: they stay what they are in HTML, in plain text and in an address.
const mark = /BTFIELD([a-z]+)Z((?:[0-9a-f]{4})*)Z/g

const isField = (name: string): name is PersonalField => (personalFields as readonly string[]).includes(name)

/** What stands in braces and is nothing that a campaign knows of its recipients, each once. */
export function strangeFields(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(braces)].map(([, name = '']) => name.trim()).filter((name) => !isField(name)),
    ),
  ]
}

/** The text with marks in place of what is each one's own: it can be drawn once for all. */
export function markedFields(text: string): string {
  return text.replace(braces, (written, name: string, otherwise = '') => {
    const field = name.trim()
    return isField(field) ? markOf(field, otherwise) : written
  })
}

export function markOf(own: Own, otherwise = ''): string {
  return `BTFIELD${own}Z${hexOf(otherwise)}Z`
}

/** The drawing with one recipient's own: `written` makes it safe for where it stands. */
export function filledFields(
  drawn: string,
  values: Record<Own, string>,
  written: (text: string) => string,
): string {
  return drawn.replace(mark, (_, own: Own, otherwise: string) => written(values[own] || textOf(otherwise)))
}

const hexOf = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
const textOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
