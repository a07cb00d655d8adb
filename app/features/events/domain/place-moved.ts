import { sameWords } from '#app/shared/i18n/kept-words.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { locales } from '#app/shared/vocabulary.ts'

export type KnownAddress = { name: TranslatedText; address: string; city: TranslatedText; country: string }

export const placeFields = ['name', 'address', 'city', 'country'] as const

/** Whether a place is another than people were told. A translation that was missing moves nobody. */
export function placeMoved(before: KnownAddress | null, next: KnownAddress): boolean {
  if (!sameWords(before?.address, next.address)) return true
  if ((before?.country ?? '') !== next.country) return true
  const renamed = (field: 'name' | 'city') =>
    locales.some((locale) => {
      const told = before?.[field][locale]
      return told !== undefined && !sameWords(told, next[field][locale])
    })
  return renamed('name') || renamed('city')
}
