import type { RegistrationState } from '#app/shared/vocabulary.ts'

export type Step =
  | 'approval'
  | 'reinstatement'
  | 'promotion'
  | 'decline'
  | 'cancellation'
  | 'resend'
  | 'renewal'

const ofState: Record<RegistrationState, readonly Step[]> = {
  pending: ['approval', 'decline', 'cancellation'],
  confirmed: ['cancellation'],
  waitlisted: ['promotion', 'decline', 'cancellation'],
  offered: ['cancellation'],
  cancelled: ['reinstatement'],
  declined: ['reinstatement'],
}
const offersSeats: readonly Step[] = ['approval', 'reinstatement', 'promotion']

/** What organizers can do with a registration in its state; nobody gets a seat at a cancelled event. */
export function possibleSteps(
  { state, addressAsked }: { state: RegistrationState; addressAsked: boolean },
  isEventCancelled: boolean,
): Step[] {
  const held: readonly Step[] = state === 'offered' && addressAsked ? ['approval'] : []
  const steps = [...held, ...ofState[state]].filter(
    (step) => !(isEventCancelled && offersSeats.includes(step)),
  )
  return [...steps, 'resend', 'renewal']
}
