import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SecurityField } from './domain/security-list.ts'

const words: Record<SecurityField, (values: object, said?: { locale: Locale }) => string> = {
  affiliation: m['security.field.affiliation'],
  arrival: m['security.field.arrival'],
  vehicle: m['security.field.vehicle'],
  nationality: m['security.field.nationality'],
  document: m['security.field.document'],
}

/** What the venue's security is told, as its column and its field are called. */
export const securityWord = (field: SecurityField, locale?: Locale) =>
  words[field]({}, locale ? { locale } : undefined)

/** All that is told of a guest, as one phrase. */
export function toldWords(asks: readonly SecurityField[], locale: Locale): string {
  const all = [m['security.field.name'](), ...asks.map((field) => securityWord(field))]
  const inSentence = all.map((word) => word.charAt(0).toLocaleLowerCase(locale) + word.slice(1))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(inSentence)
}
