import type { QuestionMoment } from '#app/shared/vocabulary.ts'
import type { AttendeePage } from '../links/attendee-page.server.ts'
import { windowState } from '../seats/admission.ts'

/**
 * What an attendee may answer now: what the form asked, as long as others can still fill it in, and what is asked
 * afterwards, until its deadline.
 */
export function openMoments(
  { registration, event }: Pick<AttendeePage, 'registration' | 'event'>,
  now: Date,
): QuestionMoment[] {
  const isGone = registration.state === 'cancelled' || registration.state === 'declined'
  if (isGone || event.cancelledAt) return []
  const isAsked = event.answersUntil !== null && event.answersUntil > now
  return [
    ...(windowState(event, now) === 'open' ? (['registration'] as const) : []),
    ...(isAsked ? (['afterwards'] as const) : []),
  ]
}
