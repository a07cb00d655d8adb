import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth, isStale } from '#app/shared/i18n/translated-text.ts'
import type { KnownPerson } from '../domain/known-to-hosts.server.ts'
import { personWordFields, usualPrecedence } from '../domain/person-details.ts'

/** The stored person as the form shows it. */
export function personFormValues(stored: KnownPerson): FormValues {
  return {
    name: stored.name,
    otherNames: stored.otherNames,
    honorific: inBoth(stored.honorific),
    position: inBoth(stored.position),
    affiliation: inBoth(stored.affiliation),
    biography: inBoth(stored.biography),
    precedence: stored.precedence === usualPrecedence ? '' : String(stored.precedence),
    pronunciation: stored.pronunciation ?? '',
    email: stored.email ?? '',
    assistantEmail: stored.assistantEmail ?? '',
    locale: stored.locale,
    timeZone: stored.timeZone ?? '',
  }
}

export function staleFieldsOf(stored: KnownPerson): string[] {
  return personWordFields.filter((field) => isStale(stored[field]))
}
