import * as z from 'zod/mini'
import { oneOf, optionalLine, optionalText, rowId } from '#app/shared/forms/fields.ts'

export const moderatorSteps = [
  'start-session',
  'end-session',
  'start-turn',
  'pause-turn',
  'resume-turn',
  'end-turn',
  'extend-turn',
  'take-back',
] as const
export type ModeratorStep = (typeof moderatorSteps)[number]

const count = z.pipe(
  optionalLine(6),
  z.pipe(
    z.string().check(z.regex(/^(-?\d{1,5})?$/, 'shared.form.wrong')),
    z.transform((text) => (text === '' ? null : Number(text))),
  ),
)

/** One press of a button in the room. */
export const stepSchema = z.object({
  step: oneOf(moderatorSteps),
  person: optionalLine(40),
  seconds: count,
  /** The turn that is meant, and its planned time, as whoever presses sees them. */
  turn: optionalLine(40),
  planned: count,
})

const both = (max: number) => z.object({ vi: optionalText(max), en: optionalText(max) })

/** Whom a cue is about: an id, or empty for the session as a whole. */
export const cueOfSchema = z.object({ person: z.union([z.literal(''), rowId('shared.form.out-of-date')]) })

export const cueSchema = z.object({
  introduction: both(2000),
  questions: both(2000),
  handOver: optionalText(1000),
  interpreting: optionalText(1000),
  technical: optionalText(1000),
})
