import * as z from 'zod/mini'
import { appearanceRoles, locales, sessionKinds } from '#app/shared/vocabulary.ts'

const id = z.uuid()
const text = (max: number) =>
  z.strictObject({
    vi: z.optional(z.string().check(z.maxLength(max))),
    en: z.optional(z.string().check(z.maxLength(max))),
    original: z.optional(z.enum(locales)),
    madeFrom: z.optional(z.string().check(z.maxLength(64))),
  })
const instant = z.nullable(z.iso.datetime({ precision: 3 }).check(z.maxLength(24)))
const languages = z.array(z.enum(locales)).check(z.maxLength(2))

const appearance = z.strictObject({
  personId: id,
  role: z.enum(appearanceRoles),
  minutes: z.nullable(z.int().check(z.positive(), z.maximum(1440))),
  deputyForId: z.nullable(id),
})

const fields = z.strictObject({
  kind: z.enum(sessionKinds),
  title: text(300),
  abstract: text(20_000),
  languages,
  interpretation: languages,
  trackId: z.nullable(id),
  roomId: z.nullable(id),
  startsAt: instant,
  endsAt: instant,
  capacity: z.nullable(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
  signUp: z.boolean(),
  dropped: z.boolean(),
  appearances: z.array(appearance).check(z.maxLength(200)),
  films: z.array(id).check(z.maxLength(50)),
})

const some = z.partial(fields)

/** The edits of one gesture as an editor posts them, JSON in a field of a form. */
export const draftEditsSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('edit'), sessionId: id, was: some, set: some }),
      z.strictObject({ kind: z.literal('add'), sessionId: id, set: fields }),
    ]),
  )
  .check(z.minLength(1), z.maxLength(5000))

/** The name an editor gives to itself, one for each window. */
export const isEditorId = (text: string) => /^[\w-]{1,64}$/.test(text)
