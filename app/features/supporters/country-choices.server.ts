import { countryName } from '#app/shared/i18n/country-name.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { countries } from './domain/countries.ts'

const kept = new Map<Locale, { value: string; label: string }[]>()
/** Where most supporters live, before the alphabet begins. */
const first = ['VN', 'US']

/** The countries as a reader of that language finds them. Named here: browsers call some of them otherwise. */
export function countryChoices(locale: Locale) {
  const known = kept.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const all = countries.map((value) => ({ value, label: countryName(value, locale) }))
  const top = first.flatMap((code) => all.filter(({ value }) => value === code))
  const rest = all.filter(({ value }) => !first.includes(value)).sort((a, b) => compare(a.label, b.label))
  const choices = [...top, ...rest]
  kept.set(locale, choices)
  return choices
}
