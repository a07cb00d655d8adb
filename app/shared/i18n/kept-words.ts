/**
 * An author's mark in a text: a tilde between two words, "Điện~ảnh", keeps them on one line. Between figures alone it is a
 * range, and inside an address a sign like any other.
 */
const marked =
  /(?<![^\s(“"«‘'–—-])[\p{L}\p{M}\p{N}'’.-]+(?:~[\p{L}\p{M}\p{N}'’-]+)+(?=$|[\s,.;:!?)”"»’–—-](?!\S*[/@]))/gu

function replaced(text: string, sign: string): string {
  if (!text.includes('~')) return text
  return text.replace(marked, (words) => (/\p{L}/u.test(words) ? words.replaceAll('~', sign) : words))
}

/** The text as pages show it: with spaces at which no line breaks. */
export const withKeptWords = (text: string): string => replaced(text, '\u00a0')

/** The text in plain words, for mail, calendars and files. */
export const withoutMarks = (text: string): string => replaced(text, ' ')
