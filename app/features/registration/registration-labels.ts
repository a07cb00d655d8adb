import { m } from '#app/paraglide/messages.js'
import type { Locale, RegistrationState } from '#app/shared/vocabulary.ts'
import type { MarkTone } from '#app/ui/state-mark.tsx'

const stateLabels = {
  pending: m['registration.state.pending'],
  confirmed: m['registration.state.confirmed'],
  waitlisted: m['registration.state.waitlisted'],
  offered: m['registration.state.offered'],
  cancelled: m['registration.state.cancelled'],
  declined: m['registration.state.declined'],
} as const satisfies Record<RegistrationState, (typeof m)['registration.state.held']>

/** A state in the language given, or the reader's; an offered seat may wait for the proof of an address. */
export function stateWord(state: RegistrationState, addressAsked = false, locale?: Locale): string {
  const label = state === 'offered' && addressAsked ? m['registration.state.held'] : stateLabels[state]
  return label({}, locale ? { locale } : {})
}

export const stateTone: Record<RegistrationState, MarkTone> = {
  pending: 'calm',
  confirmed: 'good',
  waitlisted: 'care',
  offered: 'care',
  cancelled: 'plain',
  declined: 'bad',
}
