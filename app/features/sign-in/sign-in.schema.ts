import * as z from 'zod/mini'
import { email, optionalLine } from '#app/shared/forms/fields.ts'

export const signInSchema = z.object({ email: email(), to: optionalLine(500) })

/** Six digits; spaces between them, as people copy them, do no harm. */
export const codeSchema = z.object({
  code: z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string) => text.replace(/\D/g, '')),
      z.string().check(z.length(6, 'sign-in.code.six-digits')),
    ),
  ),
})
