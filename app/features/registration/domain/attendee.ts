import type { AddRegistrationInput } from '../registration.schema.ts'
import { emailKey } from './links/email-key.ts'

/** The form's words as they are stored. */
export function attendeeOf(input: AddRegistrationInput) {
  return {
    name: input.name,
    email: input.email,
    emailKey: emailKey(input.email),
    affiliation: input.organization,
    jobTitle: input.position,
    locale: input.language,
    answers: {},
  }
}
