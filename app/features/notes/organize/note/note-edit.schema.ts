import * as z from 'zod/mini'
import { locales, noteKinds } from '#app/shared/vocabulary.ts'

const id = z.uuid()
const words = z.optional(z.string().check(z.maxLength(10_000)))
const instant = z.iso.datetime({ precision: 3 }).check(z.maxLength(24))
const name = z.string().check(z.maxLength(200))

const content = z.strictObject({
  kind: z.enum(noteKinds),
  sessionId: z.nullable(id),
  personId: z.nullable(id),
  guestName: name,
  saidAt: instant,
  text: z.strictObject({
    vi: words,
    en: words,
    original: z.optional(z.enum(locales)),
    madeFrom: z.optional(z.string().check(z.maxLength(64))),
  }),
  offRecord: z.boolean(),
  ownerId: z.nullable(id),
  ownerName: name,
  dueOn: z.nullable(z.iso.date()),
  doneAt: z.nullable(instant),
  removed: z.boolean(),
})

/** A note as an open page posts it, JSON in a field of a form. */
export const noteEditSchema = z.strictObject({
  id,
  revision: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
  content,
})
