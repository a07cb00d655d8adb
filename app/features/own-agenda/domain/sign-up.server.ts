import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { SignUpState } from '#app/shared/vocabulary.ts'
import { takePlaces } from './places/take-places.server.ts'

/** Takes a seat in a session that has seats of its own, or the next place in its line; twice is once. */
export async function signUpForSession(
  ctx: Context,
  token: string,
  sessionId: string,
): Promise<Exclude<SignUpState, 'cancelled'>> {
  const [outcome] = await takePlaces(ctx, token, [{ sessionId, seats: 1, atLeast: true }])
  if (!outcome) throw new Error('A wish was not answered')
  if (outcome.kind !== 'refused') {
    const state = outcome.kind === 'as-is' ? outcome.state : outcome.kind
    return state === 'waitlisted' ? 'waitlisted' : 'confirmed'
  }
  const { reason, details } = outcome
  throw new Refusal(reason, reason === 'session-missing' ? 'missing' : 'state', details)
}
