import * as z from 'zod/mini'
import { checkbox, optionalCount, optionalLine, optionalText } from '#app/shared/forms/fields.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const optionalId = z._default(
  z.union([z.literal(''), z.string().check(z.regex(uuid, 'shared.form.choose'))]),
  '',
)

/** The rows of an award's form: it seldom goes to more than two. */
export const winnerRows = ['first', 'second', 'third', 'fourth'] as const
const winner = z.object({
  film: optionalId,
  person: optionalLine(200),
  citation: z.object({ vi: optionalText(1000), en: optionalText(1000), confirmed: checkbox() }),
})

/** An award as organizers write it; films by choice, people by name. */
export const awardSchema = z.object({
  name: z
    .object({ vi: optionalLine(160), en: optionalLine(160), confirmed: checkbox() })
    .check(
      z.refine(({ vi, en }) => vi + en !== '', { error: 'shared.refusal.award-name-missing', path: ['vi'] }),
    ),
  section: optionalId,
  position: optionalCount(1000),
  winners: z.object({ first: winner, second: winner, third: winner, fourth: winner }),
})

export type AwardForm = z.infer<typeof awardSchema>

/** A jury as organizers write it: names, one a line. */
export const jurySchema = z.object({ chair: optionalText(1000), members: optionalText(6000) })
