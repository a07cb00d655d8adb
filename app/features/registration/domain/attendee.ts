import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import type { AddRegistrationInput } from '../registration.schema.ts'
import { emailKey } from './links/email-key.ts'

/** The form's words as they are stored. */
export function attendeeOf(input: AddRegistrationInput & { answers?: GivenAnswers }) {
  return {
    name: input.name,
    email: input.email,
    emailKey: emailKey(input.email),
    affiliation: input.organization,
    jobTitle: input.position,
    locale: input.language,
    answers: input.answers ?? {},
  }
}
