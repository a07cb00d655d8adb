import type { Locale } from '#app/shared/vocabulary.ts'

const marks: Record<Locale, readonly [string, string]> = { vi: ['“', '”'], en: ['“', '”'] }

/** What somebody said, in the marks of the language; words that have marks around them keep theirs. */
export function inMarks(words: string, locale: Locale): string {
  const said = words.trim()
  if (/^[“"„«‘']/.test(said) && /[”"“»’']$/.test(said)) return said
  const [open, close] = marks[locale]
  return `${open}${said}${close}`
}
