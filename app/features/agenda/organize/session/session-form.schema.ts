import * as z from 'zod/mini'
import { checkbox, oneOf, optionalCount, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import { appearanceRoles, locales, sessionKinds } from '#app/shared/vocabulary.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const optionalId = z._default(
  z.union([z.literal(''), z.string().check(z.regex(uuid, 'shared.form.choose'))]),
  '',
)
const list = z._default(z.array(z.string()), [])

/**
 * A session as organizers write it. Its people come as lists of the same length, one place a row: who (an id, a name
 * as typed, or a plus and the name of somebody new), as what, for how many minutes, and in which place; a row without a person is none.
 */
export const sessionSchema = z.object({
  title: z.object({ vi: optionalLine(200), en: optionalLine(200), confirmed: checkbox() }).check(
    z.refine((words) => words.vi !== '' || words.en !== '', {
      error: 'agenda.session.title-missing',
      path: ['vi'],
    }),
  ),
  abstract: z.object({ vi: optionalText(5000), en: optionalText(5000), confirmed: checkbox() }),
  kind: oneOf(sessionKinds),
  track: optionalId,
  room: optionalId,
  startsAt: optionalLine(20),
  minutes: optionalCount(2880),
  languages: z._default(z.array(oneOf(locales)), []),
  interpretation: z._default(z.array(oneOf(locales)), []),
  signUp: checkbox(),
  capacity: optionalCount(100_000),
  person: z._default(z.array(optionalLine(200)), []),
  role: z._default(z.array(oneOf(appearanceRoles)), []),
  /** Of somebody new in that row: address and position, both may wait. */
  newEmail: z._default(z.array(optionalLine(254)), []),
  newPosition: z._default(z.array(optionalLine(200)), []),
  turn: list,
  place: list,
  /** Films of a screening in their order; a row without one is none. */
  film: z._default(z.array(optionalId).check(z.maxLength(50, 'shared.form.wrong')), []),
  /** Rows whose name is that of somebody new, by their index. */
  newPerson: list,
  /** Rows to be left out, by their index. */
  remove: list,
})

export type SessionForm = z.infer<typeof sessionSchema>
