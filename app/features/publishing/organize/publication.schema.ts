import * as z from 'zod/mini'
import { optionalCount, requiredLine } from '#app/shared/forms/fields.ts'

/** What is held back, and why, by person and session: `hold.{person}_{session}`. */
export const publicationSchema = z.object({
  draft: requiredLine(100),
  /** How many errors it is published with all the same. */
  clashes: optionalCount(),
  hold: z._default(z.record(z.string(), z.string()), {}),
  reason: z._default(z.record(z.string(), z.string()), {}),
})

export const noticeKey = (personId: string, sessionId: string) => `${personId}_${sessionId}`
