import * as z from 'zod/mini'
import {
  checkbox,
  email,
  oneOf,
  optionalCount,
  optionalLine,
  optionalLink,
  optionalText,
  requiredLine,
} from '#app/shared/forms/fields.ts'
import { entryTerms, eventKinds } from '#app/shared/vocabulary.ts'
import { readable } from '#app/ui/accent.ts'

const lines = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const texts = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

/** A title in one language at least. */
const title = z.pipe(lines(200), z.object({ vi: z.string(), en: z.string(), confirmed: z.boolean() })).check(
  z.refine((words) => words.vi !== '' || words.en !== '', {
    error: 'organize.form.title-missing',
    path: ['vi'],
  }),
)

/** A colour that words can be read in on paper; the pages adapt it for the dark. */
const accent = z.string().check(
  z.regex(/^#[0-9a-f]{6}$/i, 'shared.form.wrong'),
  z.refine((colour) => readable(colour.toLowerCase(), 'light') === colour.toLowerCase(), {
    error: 'organize.form.accent-pale',
  }),
)

const emptyOr = <S extends z.ZodMiniType>(schema: S) => z.union([z.literal(''), schema])

export const eventSchema = z.object({
  kind: oneOf(eventKinds),
  title,
  theme: lines(300),
  summary: texts(600),
  description: texts(10_000),
  notice: lines(300),
  place: z.object({
    name: lines(200),
    address: optionalLine(300),
    city: lines(120),
    country: emptyOr(z.string().check(z.regex(/^[A-Za-z]{2}$/, 'organize.form.country'))),
  }),
  timeZone: requiredLine(60),
  startsAt: requiredLine(20),
  endsAt: requiredLine(20),
  accent,
  contactEmail: emptyOr(email()),
  entry: z._default(z.enum(['', ...entryTerms], 'shared.form.choose'), ''),
  ticketsUrl: optionalLink(),
  capacity: optionalCount(),
  waitlist: checkbox(),
  asksAddress: checkbox(),
  remindsDayBefore: checkbox(),
  remindsHourBefore: checkbox(),
  asksFeedback: checkbox(),
  offerHours: z.coerce
    .number('shared.form.wrong')
    .check(
      z.int('shared.form.wrong'),
      z.gte(1, 'organize.form.offer-hours'),
      z.lte(336, 'organize.form.offer-hours'),
    ),
  registrationOpensAt: optionalLine(20),
  registrationClosesAt: optionalLine(20),
  retainUntil: optionalLine(20),
})

export type EventForm = z.infer<typeof eventSchema>

/** The last part of an event's address. */
export const eventAddress = z
  .string()
  .check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'organize.form.slug'), z.maxLength(60))

/** The same, or nothing where one is made of the title. */
export const eventSlug = emptyOr(eventAddress)

/** A new event also chooses its host and, if it likes, its address. */
export const newEventSchema = z.extend(eventSchema, {
  organization: requiredLine(100),
  slug: eventSlug,
})
