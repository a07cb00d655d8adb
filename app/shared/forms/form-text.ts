/** What a text may not hold anywhere: NUL ends strings in PostgreSQL, and half a surrogate pair is no character. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

/** One composed form of every letter, so that a name typed on a Mac equals the same name typed on a phone. */
export function composed(text: string): string {
  return text.normalize('NFC')
}
