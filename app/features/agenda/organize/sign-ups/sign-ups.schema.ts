import * as z from 'zod/mini'
import { checkbox, optionalCount } from '#app/shared/forms/fields.ts'

const bySession = <S extends z.core.$ZodType>(value: S) =>
  z._default(z.record(z.string().check(z.uuid()), value), {})

/** Sign-up of many sessions: whether, for how many, and what stood there when the form was made. */
export const signUpsSchema = z.object({
  on: bySession(checkbox()),
  seats: bySession(optionalCount(100_000)),
  was: bySession(z.string().check(z.regex(/^(on)?:\d{0,7}$/))),
  /** For those ticked without a number of their own. */
  all: optionalCount(100_000),
})
