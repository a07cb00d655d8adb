import type { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { feedbackUntil } from '../domain/feedback-window.ts'
import { findFeedback } from '../domain/given-feedback.server.ts'

/** What an attendee is asked after the event, and what they answered so far; null while nobody asks them. */
export async function feedbackAsked({ page, view }: Awaited<ReturnType<typeof attendeeView>>) {
  const until = feedbackUntil({ event: page.event, state: view.attendee.state, now: new Date() })
  if (!until) return null
  return { until, given: await findFeedback(page.registration.id) }
}

export type FeedbackAsked = NonNullable<Awaited<ReturnType<typeof feedbackAsked>>>
