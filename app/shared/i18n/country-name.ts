import type { Locale } from '#app/shared/vocabulary.ts'

const names: Partial<Record<Locale, Intl.DisplayNames>> = {}

/** A country's name from its ISO 3166-1 code; anything else as it was written. */
export function countryName(country: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  names[locale] ??= new Intl.DisplayNames([locale], { type: 'region' })
  return names[locale].of(country) ?? country
}
