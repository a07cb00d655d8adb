import * as z from 'zod/mini'
import { localeIn } from '#app/features/people/domain/import/people-columns.ts'
import { type PeopleChoices, readPeople } from '#app/features/people/domain/import/read-people.ts'
import { email, optionalLine } from '#app/shared/forms/fields.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { ImportedPerson } from '../domain/import-contacts.server.ts'

export type UnclearContact = 'email' | 'repeated' | 'too-long' | 'unreadable'
export type ReadContact = { line: number; name: string; email: string } & (
  | { person: ImportedPerson }
  | { why: UnclearContact; as?: number }
)

const row = z.object({ email: email(), name: optionalLine(120) })

/** Addresses line by line: who can be asked, and why the others cannot. The first line of an address counts. */
export function readContacts(
  text: string,
  choices: PeopleChoices,
  language: Locale,
): { rows: ReadContact[]; table: ReturnType<typeof readPeople>['table'] } {
  const { people, unreadable, table } = readPeople(text, choices)
  const seen = new Map<string, number>()
  const rows = people.map(({ line, fields }): ReadContact => {
    const { name = '', email: address = '' } = fields
    const at = { line, name, email: address }
    const read = row.safeParse({ name, email: address })
    if (!read.success) {
      const isAddress = read.error.issues.some(({ path }) => path[0] === 'email')
      return { ...at, why: isAddress ? 'email' : 'too-long' }
    }
    const key = read.data.email.toLowerCase()
    const before = seen.get(key)
    if (before !== undefined) return { ...at, why: 'repeated', as: before }
    seen.set(key, line)
    return { ...at, person: { ...read.data, locale: localeIn(fields.locale ?? '') ?? language } }
  })
  const broken = unreadable.map(({ line }): ReadContact => ({ line, name: '', email: '', why: 'unreadable' }))
  return { rows: [...rows, ...broken].sort((a, b) => a.line - b.line), table }
}
