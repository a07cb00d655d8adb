import * as z from 'zod/mini'
import { checkbox, optionalLine } from '#app/shared/forms/fields.ts'

const byPerson = <S extends z.core.$ZodType>(value: S) =>
  z._default(z.record(z.string().check(z.regex(/^[\da-z]{2,40}$/)), value), {})

/** What a form says in answer to the preview of an act; a form that saw none says nothing of it. */
export const answeredSchema = z.object({
  previewed: z._default(z.string().check(z.maxLength(40)), ''),
  hold: byPerson(checkbox()),
  why: byPerson(optionalLine(500)),
})
