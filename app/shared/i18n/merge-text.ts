import { type Locale, locales } from '#app/shared/vocabulary.ts'
import type { TranslatedText } from './translated-text.ts'

export type MergedText = { text: TranslatedText; clashes: Locale[] }

/**
 * Two people's texts made from the same one: each language is taken from whoever changed it. Where both changed one
 * language, `text` holds mine and the language is named.
 */
export function mergeText(was: TranslatedText, theirs: TranslatedText, mine: TranslatedText): MergedText {
  const words = (text: TranslatedText, locale: Locale) => text[locale] ?? ''
  const isMine = (locale: Locale) =>
    words(mine, locale) !== words(was, locale) && words(mine, locale) !== words(theirs, locale)
  const text: TranslatedText = {}
  for (const locale of locales) {
    const own = words(isMine(locale) ? mine : theirs, locale)
    if (own) text[locale] = own
  }
  const original = theirs.original ?? mine.original
  if (original && Object.keys(text).length > 0) text.original = original
  const translation = locales.find((locale) => locale !== original)
  // A translation stays bound to the original that its translator saw.
  const madeFrom = (translation && isMine(translation) ? mine : theirs).madeFrom
  if (translation && text[translation] && madeFrom) text.madeFrom = madeFrom
  const clashes = locales.filter((locale) => isMine(locale) && words(theirs, locale) !== words(was, locale))
  return { text, clashes }
}
