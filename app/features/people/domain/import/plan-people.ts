import * as z from 'zod/mini'
import { email, optionalLine, optionalText, requiredLine } from '#app/shared/forms/fields.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { identifyPeople } from '../duplicates/identify-person.ts'
import { gainedFields, type Mergeable, type MergedFields } from '../duplicates/merged-person.ts'
import { nameWords } from '../name-parts.ts'
import { usualPrecedence } from '../person-details.ts'
import { localeIn } from './people-columns.ts'
import type { ReadPeople, ReadPerson } from './read-people.ts'

export type Unclear = 'no-name' | 'email' | 'repeated' | 'too-long' | 'unreadable' | 'too-wide'
export type KnownRow = Mergeable & { id: string }
export type PlannedPerson = { line: number; name: string; email: string; isOdd: boolean } & (
  | { what: 'new'; person: Mergeable; locale: Locale | null; apartFrom: string[] }
  | { what: 'known'; id: string; fills: MergedFields }
  /** Whether it is somebody we know, or of an earlier line, only people can say. */
  | { what: 'asked'; candidates: string[]; as: number | null }
  | { what: 'unclear'; why: Unclear; as?: number }
)
/** By the line: the id of somebody we know, `new`, or `skip`. */
export type PeopleAnswers = Readonly<Record<string, string>>

const rowSchema = z.object({
  name: requiredLine(200),
  otherNames: optionalText(2000),
  email: z._default(z.union([z.literal(''), email()]), ''),
  assistantEmail: z._default(z.union([z.literal(''), email()]), ''),
  pronunciation: optionalLine(200),
  words: z.record(z.string(), optionalText(10_000)),
})

/**
 * What a list would do, line by line: who is new, who is known by their address and gains what was blank, who has to be
 * asked about, since a name alone tells nobody, and what stays out. Nothing is guessed; done again it does nothing.
 */
export function planPeople(
  read: ReadPeople,
  known: readonly KnownRow[],
  locale: Locale,
  answers: PeopleAnswers = {},
): PlannedPerson[] {
  const planRow = rowPlanner(known, locale, answers)
  const broken = read.unreadable.map(
    ({ line, why }): PlannedPerson => ({ line, name: '', email: '', isOdd: false, what: 'unclear', why }),
  )
  return [...read.people.map(planRow), ...broken].sort((a, b) => a.line - b.line)
}

function rowPlanner(known: readonly KnownRow[], locale: Locale, answers: PeopleAnswers) {
  const identify = identifyPeople(known)
  const byId = new Map(known.map((one) => [one.id, one]))
  const byAddress = new Map(known.flatMap((one) => (one.email ? [[lower(one.email), one] as const] : [])))
  const earlier = earlierLines()
  return (row: ReadPerson): PlannedPerson => {
    const at = {
      line: row.line,
      name: row.fields.name ?? '',
      email: row.fields.email ?? '',
      isOdd: row.isOdd === true,
    }
    const name = at.name || byAddress.get(lower(at.email))?.name
    if (!name)
      return { ...at, what: 'unclear', why: at.email.includes('@') || !at.email ? 'no-name' : 'email' }
    const person = personOf({ ...row, fields: { ...row.fields, name } }, locale)
    if (typeof person === 'string') return { ...at, what: 'unclear', why: person }
    const before = earlier(row.line, person)
    if (before?.isSame) return { ...at, what: 'unclear', why: 'repeated', as: before.line }
    const fillsOf = (match: KnownRow) => {
      const fills = gainedFields(match, person, locale)
      // Another spelling in a list is no other name of somebody: only a merge says so.
      if (!row.fields.otherNames) delete fills.otherNames
      return fills
    }
    const knownAs = (match: KnownRow): PlannedPerson => ({
      ...at,
      what: 'known',
      id: match.id,
      fills: fillsOf(match),
    })
    const found = identify(person)
    if (found.kind === 'same') return knownAs(found.person)
    const candidates = found.kind === 'question' ? found.candidates : []
    const answer = answers[row.line]
    const chosen = candidates.find((one) => one.id === answer) && byId.get(answer ?? '')
    if (chosen) return knownAs(chosen)
    const ids = candidates.map((one) => one.id)
    const added: PlannedPerson = {
      ...at,
      what: 'new',
      person,
      locale: localeIn(row.fields.locale ?? ''),
      apartFrom: ids,
    }
    if (answer === 'new' || (found.kind === 'new' && !before)) return added
    // Who is spelled just so and gains nothing may be anybody: nothing is done with them either way.
    const exact = found.kind === 'question' ? found.exact : null
    if (exact && answer !== 'skip' && Object.keys(fillsOf(exact)).length === 0) return knownAs(exact)
    return { ...at, what: 'asked', candidates: ids, as: before?.line ?? null }
  }
}

/**
 * What earlier lines say: the same address and a word of the name, or the same name and no address in either, is the same
 * row again; the same address of another name, or a name that stood there with an address, is a question.
 */
function earlierLines() {
  const addresses = new Map<string, { line: number; words: Set<string> }>()
  const names = new Map<string, { line: number; hasAddress: boolean }>()
  return (line: number, { name, email: address }: Mergeable): { line: number; isSame: boolean } | null => {
    const words = nameWords(name)
    const written = name.trim().toLocaleLowerCase('vi')
    const addressed = address ? addresses.get(lower(address)) : undefined
    const named = names.get(written)
    if (address && !addressed) addresses.set(lower(address), { line, words: new Set(words) })
    if (!named || address) names.set(written, { line, hasAddress: Boolean(address) })
    if (addressed) return { line: addressed.line, isSame: words.some((word) => addressed.words.has(word)) }
    return named && !address ? { line: named.line, isSame: !named.hasAddress } : null
  }
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
    name: data.name,
    otherNames: data.otherNames,
    timeZone: null,
    email: data.email || null,
    assistantEmail: data.assistantEmail || null,
    pronunciation: data.pronunciation || null,
    honorific: text('honorific'),
    position: text('position'),
    affiliation: text('affiliation'),
    biography: text('biography'),
    precedence:
      fields.precedence && Number.isInteger(order) && order >= 0 && order <= 100_000
        ? order
        : usualPrecedence,
  }
}

const lower = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('vi')
