import type { RegistrationState } from '#app/shared/vocabulary.ts'

/** How long after the end an answer can be given and changed. */
export const feedbackDays = 60

type Asked = {
  event: { endsAt: Date; cancelledAt: Date | null; asksFeedback: boolean }
  state: RegistrationState
  now: Date
}

/** The moment until which somebody may say how an event was; null while it is not over, and for whoever had no seat. */
export function feedbackUntil({ event, state, now }: Asked): Date | null {
  if (!event.asksFeedback || event.cancelledAt || state !== 'confirmed' || event.endsAt > now) return null
  const until = new Date(event.endsAt.getTime() + feedbackDays * 24 * 60 * 60_000)
  return until > now ? until : null
}
