import type { RegistrationState } from '#app/shared/vocabulary.ts'

/** Whether mail still goes to somebody in this state. */
export function isWrittenTo(state: RegistrationState): boolean {
  return state !== 'cancelled' && state !== 'declined'
}
