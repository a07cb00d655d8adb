/** What a text may not hold anywhere: NUL ends strings in PostgreSQL, and half a surrogate pair is no character. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

/** One composed form of every letter, so that a name typed on a Mac equals the same name typed on a phone. */
export function composed(text: string): string {
  return text.normalize('NFC')
}

/** What JSON says with all its texts composed; nothing when it is no JSON, or a text hides what no line may hold. */
export function cleanJson(written: string): unknown {
  try {
    return JSON.parse(written, (_, value) => {
      if (typeof value !== 'string') return value
      if (!isCleanText(value)) throw new Error('A text that is not clean')
      return composed(value)
    })
  } catch {
    return undefined
  }
}
