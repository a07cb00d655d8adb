/**
 * An author's mark in a text: a tilde between two words, "Điện~ảnh", keeps them on one line. Between figures alone it is a
 * range, and inside an address a sign like any other.
 */
const marked =
  /(?<![^\s(“"«‘'*[–—-])[\p{L}\p{M}\p{N}'’.-]+(?:~[\p{L}\p{M}\p{N}'’-]+)+(?=$|\]\(|[\s,.;:!?)”"»’*–—-](?!\S*[/@]))/gu

function replaced(text: string, sign: string): string {
  if (!text.includes('~')) return text
  return text.replace(marked, (words) => (/\p{L}/u.test(words) ? words.replaceAll('~', sign) : words))
}

/** The text as pages show it: with spaces at which no line breaks. */
export const withKeptWords = (text: string): string => replaced(text, '\u00a0')

/** The text in plain words, for mail, calendars and files. */
export const withoutMarks = (text: string): string => replaced(text, ' ')

/** The same in every text of a value: the one way out for what becomes a mail, a file, a feed or the head of a page. */
export function withoutMarksIn<Value>(value: Value): Value {
  return plainOf(value) as Value
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'string') return withoutMarks(value)
  if (Array.isArray(value)) return value.map(plainOf)
  // Dates, bytes and the like are no texts.
  if (!value || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainOf(part)]))
}

/** Whether two texts say the same words: a mark alone is no news to anybody. */
export const sameWords = (a: string | undefined, b: string | undefined): boolean =>
  a === b || withoutMarks(a ?? '') === withoutMarks(b ?? '')
