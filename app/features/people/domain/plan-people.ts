import * as z from 'zod/mini'
import { email, optionalLine, optionalText, requiredLine } from '#app/shared/forms/fields.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { gainedFields, type Mergeable, type MergedFields } from './merged-person.ts'
import { usualPrecedence } from './person-details.ts'
import type { ReadPeople, ReadPerson } from './read-people.ts'

export type Unclear =
  | 'no-name'
  | 'email'
  | 'several'
  | 'other-address'
  | 'two'
  | 'repeated'
  | 'too-long'
  | 'unreadable'
export type KnownRow = Mergeable & { id: string }
export type PlannedPerson = { line: number; name: string; email: string } & (
  | { what: 'new'; person: Mergeable }
  | { what: 'known'; id: string; fills: MergedFields }
  | { what: 'unclear'; why: Unclear; as?: number }
)

const rowSchema = z.object({
  name: requiredLine(200),
  otherNames: optionalText(2000),
  email: z._default(z.union([z.literal(''), email()]), ''),
  assistantEmail: z._default(z.union([z.literal(''), email()]), ''),
  pronunciation: optionalLine(200),
  words: z.record(z.string(), optionalText(10_000)),
})

/**
 * What a list would do, line by line: who is new, who is known by address or by exact name and gains what was blank, and
 * what is unclear and stays out. Nothing is guessed; done a second time it does nothing.
 */
export function planPeople(read: ReadPeople, known: readonly KnownRow[], locale: Locale): PlannedPerson[] {
  const byAddress = new Map(known.flatMap((one) => (one.email ? [[lower(one.email), one] as const] : [])))
  const byName = new Map<string, KnownRow[]>()
  for (const one of known) byName.set(lower(one.name), [...(byName.get(lower(one.name)) ?? []), one])
  const seen = new Map<string, number>()
  const rows = read.people.map((row): PlannedPerson => {
    const at = { line: row.line, name: row.fields.name ?? '', email: row.fields.email ?? '' }
    const unclear = (why: Unclear, as?: number): PlannedPerson => ({
      ...at,
      ...{ what: 'unclear', why, ...(as && { as }) },
    })
    const addressed = byAddress.get(lower(at.email))
    const name = at.name || addressed?.name
    if (!name) return unclear('no-name')
    const person = personOf({ ...row, fields: { ...row.fields, name } }, locale)
    if (typeof person === 'string') return unclear(person)
    const key = at.email ? lower(at.email) : lower(name)
    const before = seen.get(key)
    if (before) return unclear('repeated', before)
    seen.set(key, row.line)
    const namesakes = byName.get(lower(person.name)) ?? []
    if (addressed && namesakes.length > 0 && !namesakes.includes(addressed)) return unclear('two')
    if (!addressed && namesakes.length > 1) return unclear('several')
    const match = addressed ?? namesakes[0]
    if (!match) return { ...at, what: 'new', person }
    if (!addressed && match.email && person.email) return unclear('other-address')
    const fills = gainedFields(match, person, locale)
    // Another spelling in a list is no other name of somebody: only a merge says so.
    if (!row.fields.otherNames) delete fills.otherNames
    return { ...at, what: 'known', id: match.id, fills }
  })
  const broken = read.unreadable.map(
    (line): PlannedPerson => ({ line, name: '', email: '', what: 'unclear', why: 'unreadable' }),
  )
  return [...rows, ...broken].sort((a, b) => a.line - b.line)
}

function personOf({ fields }: ReadPerson, locale: Locale): Mergeable | Unclear {
  const { name, otherNames = '', email: address = '', assistantEmail = '', pronunciation = '' } = fields
  const words = Object.fromEntries(Object.entries(fields).filter(([field]) => field.includes('.')))
  const plain = { name, otherNames, email: address, assistantEmail, pronunciation, words }
  const result = rowSchema.safeParse(plain)
  if (!result.success) {
    const fault = String(result.error.issues[0]?.path[0] ?? '')
    if (fault === 'email' || fault === 'assistantEmail') return 'email'
    return fault === 'name' && !name?.trim() ? 'no-name' : 'too-long'
  }
  const { data } = result
  const text = (field: string) =>
    edit({}, { vi: data.words[`${field}.vi`] ?? '', en: data.words[`${field}.en`] ?? '' }, locale)
  const order = Number(fields.precedence)
  return {
    ...{ name: data.name, otherNames: data.otherNames, timeZone: null },
    ...{ email: data.email || null, assistantEmail: data.assistantEmail || null },
    ...{ pronunciation: data.pronunciation || null, honorific: text('honorific') },
    ...{ position: text('position'), affiliation: text('affiliation'), biography: text('biography') },
    precedence:
      fields.precedence && Number.isInteger(order) && order >= 0 && order <= 100_000
        ? order
        : usualPrecedence,
  }
}

const lower = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('vi')
