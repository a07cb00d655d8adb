import { m } from '#app/paraglide/messages.js'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import type { MarkTone } from '#app/ui/state-mark.tsx'

/** A state in the reader's language. */
export function stateWord(state: RegistrationState): string {
  return m[`registration.state.${state}`]()
}

export const stateTone: Record<RegistrationState, MarkTone> = {
  pending: 'calm',
  confirmed: 'good',
  waitlisted: 'care',
  offered: 'care',
  cancelled: 'plain',
  declined: 'bad',
}
