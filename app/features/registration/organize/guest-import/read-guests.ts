import { localeIn } from '#app/features/people/domain/import/people-columns.ts'
import { type PeopleChoices, readPeople } from '#app/features/people/domain/import/read-people.ts'
import type { GivenAnswers, Question } from '#app/features/questions/domain/question-details.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { emailKey } from '../../domain/links/email-key.ts'
import { type AddRegistrationInput, addRegistrationSchema } from '../../registration.schema.ts'
import { answerColumns } from './read-answers.ts'

export type UnclearGuest = 'no-name' | 'email' | 'repeated' | 'too-long' | 'unreadable' | 'answer'
export type ReadGuest = { line: number; name: string; email: string } & (
  | { guest: AddRegistrationInput & { answers: GivenAnswers }; missing: string[] }
  | { why: Exclude<UnclearGuest, 'answer'>; as?: number }
  | { why: 'answer'; question: Question; message: string }
)

type Given = { category: string; language: Locale; questions?: readonly Question[]; at?: Date }

/**
 * A list of guests, line by line: who can be registered, with what they answered, and why the others cannot. The first line
 * of an address counts.
 */
export function readGuests(
  text: string,
  choices: PeopleChoices,
  { questions = [], at: now = new Date(), ...given }: Given,
) {
  const { people, unreadable, table } = readPeople(text, choices)
  const answering = answerColumns(table, questions, now)
  const seen = new Map<string, number>()
  const rows = people.map(({ line, fields }): ReadGuest => {
    const { name = '', email = '' } = fields
    const at = { line, name, email }
    const position = fields['position.vi'] ?? fields['position.en'] ?? ''
    const organization = fields['affiliation.vi'] ?? fields['affiliation.en'] ?? ''
    const language = localeIn(fields.locale ?? '') ?? given.language
    const { category } = given
    const read = addRegistrationSchema.safeParse({ name, email, organization, position, language, category })
    if (!read.success)
      return {
        ...at,
        why: faultOf(
          read.error.issues.map(({ path }) => path[0]),
          name,
        ),
      }
    const key = emailKey(read.data.email)
    const before = seen.get(key)
    if (before !== undefined) return { ...at, why: 'repeated', as: before }
    seen.set(key, line)
    const said = answering.of(line, { category, language })
    if ('message' in said) return { ...at, why: 'answer', ...said }
    return { ...at, guest: { ...read.data, answers: said.answers }, missing: said.missing }
  })
  const broken = unreadable.map(({ line }): ReadGuest => ({ line, name: '', email: '', why: 'unreadable' }))
  return { rows: [...rows, ...broken].sort((a, b) => a.line - b.line), table, answered: answering.questions }
}

function faultOf(fields: readonly unknown[], name: string) {
  if (name.trim() === '') return 'no-name' as const
  return fields.includes('email') ? ('email' as const) : ('too-long' as const)
}
