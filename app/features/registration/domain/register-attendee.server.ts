import type { Context } from '#app/shared/context.ts'
import { returnTurn, sourceNetwork, takeTurn } from '#app/shared/http/rate-limit.server.ts'
import type { RegistrationInput } from '../registration.schema.ts'
import { arriveAtDesk } from './arrivals-desk.server.ts'
import { attendeeOf } from './attendee.ts'
import { remindOfLink } from './remind-of-link.server.ts'

// With these a code of six characters holds out for centuries, and a room behind one address can still register.
const wrongCodes = { limit: 30, seconds: 900 }
const guesses = new Set(['code-wrong', 'domain-not-allowed'])

/**
 * Registers a visitor for an event: a seat, a place on the waitlist or a wait for approval. The same wish again within
 * minutes returns the same registration; a known address with other words gets its link by mail instead of on screen,
 * since whoever typed it may not be its owner. Refuses outside the registration times, and where the category is not
 * open to the person, and after too many wrong codes from one network.
 */
export async function registerAttendee(
  ctx: Context,
  slug: string,
  input: RegistrationInput,
): Promise<{ kind: 'registered'; tokenSalt: string } | { kind: 'link-mailed' }> {
  await takeTurn(`register:${ctx.source}`, { limit: 5000, seconds: 3600 })
  const { category, code } = input
  const attendee = attendeeOf({ ...input, language: input.language ?? ctx.locale })
  // Taken before the code is looked at, so that guesses sent at once count too; given back unless it was wrong.
  const guess = code ? `access-code:${sourceNetwork(ctx.source)}` : null
  if (guess) await takeTurn(guess, wrongCodes)
  const outcome = await arriveAtDesk(slug, { ctx, attendee, category, accessCode: code })
  const wasWrong = outcome.kind === 'refused' && guesses.has(outcome.refusal.code)
  if (guess && !wasWrong) await returnTurn(guess)
  if (outcome.kind === 'refused') throw outcome.refusal
  if (outcome.kind === 'registered' || outcome.same)
    return { kind: 'registered', tokenSalt: outcome.tokenSalt }
  await remindOfLink(ctx, outcome.eventId, outcome.id)
  return { kind: 'link-mailed' }
}
