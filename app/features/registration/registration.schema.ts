import * as z from 'zod/mini'
import {
  email,
  oneOf,
  optionalLine,
  optionalText,
  requiredLine,
  requiredText,
  tickedBox,
} from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { companionFields, namesFit } from './companions/companions.schema.ts'

const attendeeFields = {
  name: requiredLine(120),
  organization: optionalLine(160),
  position: optionalLine(160),
  language: oneOf(locales),
}
/** The code of a guest category. */
export const categoryField = z
  .string('shared.form.choose')
  .check(z.minLength(1, 'shared.form.choose'), z.maxLength(100))

/** The public form, in the names it has on the wire. */
export const registrationSchema = z
  .object({
    ...attendeeFields,
    /** The page's own language where the form does not say. */
    language: z.optional(oneOf(locales)),
    email: email(),
    category: categoryField,
    code: optionalLine(100),
    consent: tickedBox('registration.form.consent-missing'),
    /** The texts of consent whose boxes were ticked; one that is none of the event's counts for nothing. */
    lists: z._default(z.array(optionalLine(100)).check(z.maxLength(20)), []),
    ...companionFields,
  })
  .check(namesFit)
type Whole = z.infer<typeof registrationSchema>
type Brought = 'companions' | 'companionNames' | 'lists'
export type RegistrationInput = Omit<Whole, Brought> & Partial<Pick<Whole, Brought>>

/** What an attendee may change afterwards at once; another address is proved first. */
export const answersSchema = z.object(attendeeFields)
export type AnswersInput = z.infer<typeof answersSchema>

/** Whoever looks for their registration. */
export const findSchema = z.object({ email: email() })

/** Where an attendee wishes to be written to from now on. */
export const newAddressSchema = z.object({ email: email() })

/** The attendee asks for another category. */
export const categoryChangeSchema = z.object({ category: categoryField, code: optionalLine(100) })

/** Added by hand by an organizer, who answers for the person's consent. */
export const addRegistrationSchema = z.object({ ...attendeeFields, email: email(), category: categoryField })
export type AddRegistrationInput = z.infer<typeof addRegistrationSchema>

export const reasonSchema = z.object({ reason: optionalText(500) })
/** Why somebody is seated where no seat is free. */
export const beyondSchema = z.object({ beyond: requiredText(500) })
export const languageSchema = z.object({ language: oneOf(locales) })
