import * as z from 'zod/mini'
import { locales } from '#app/shared/vocabulary.ts'

const line = (max: number) =>
  z.string().check(z.trim(), z.maxLength(max, 'registration.form.too-long'), z.normalize('NFC'))

// Stricter than RFC 5321 where senders trip: one @, a dot in the domain, no blanks or angle brackets.
const address = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]{2,}$/u

export const email = line(254).check(
  z.minLength(1, 'registration.form.email-missing'),
  z.regex(address, 'registration.form.email-wrong'),
)

export const attendeeFields = {
  name: line(120).check(z.minLength(1, 'registration.form.name-missing')),
  affiliation: z._default(line(160), ''),
  jobTitle: z._default(line(160), ''),
  locale: z.enum(locales, 'registration.form.locale-missing'),
}

/** The public form. Field names on the wire; messages are message keys. */
export const registrationSchema = z.object({
  ...attendeeFields,
  email,
  category: z
    .string('registration.form.category-missing')
    .check(z.minLength(1, 'registration.form.category-missing')),
  accessCode: z._default(line(100), ''),
  consent: z.literal('yes', 'registration.form.consent-missing'),
})
export type RegistrationInput = z.infer<typeof registrationSchema>

/** What an attendee may change afterwards; the address is who they are and stays. */
export const answersSchema = z.object(attendeeFields)
export type AnswersInput = z.infer<typeof answersSchema>

/** Added by hand by an organizer, who answers for the person's consent. */
export const addRegistrationSchema = z.object({
  ...attendeeFields,
  email,
  category: z
    .string('registration.form.category-missing')
    .check(z.minLength(1, 'registration.form.category-missing')),
})
export type AddRegistrationInput = z.infer<typeof addRegistrationSchema>

export const reasonSchema = z.object({ reason: z._default(line(500), '') })
