import type { Locale } from '#app/shared/vocabulary.ts'
import type { RecapContent, RecapWords } from '#db/schema/recap-content.ts'

/** A recap's article for a reader of `locale`, with the language it is really in; null when there is none in either. */
export function articleIn(content: RecapContent, locale: Locale): { words: RecapWords; lang: Locale } | null {
  const other = locale === 'vi' ? 'en' : 'vi'
  const { article } = content.texts
  for (const lang of [locale, other] as const) {
    const words = article[lang]
    if (words) return { words, lang }
  }
  return null
}
