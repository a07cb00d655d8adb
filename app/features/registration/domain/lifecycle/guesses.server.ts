import { Refusal } from '#app/shared/errors.ts'
import {
  attemptsCounted,
  countAttempt,
  forgiveAttempt,
  sourceNetwork,
} from '#app/shared/http/rate-limit.server.ts'
import { oneAfterAnother } from '../seats/one-after-another.ts'
import type { ArrivalOutcome } from '../seats/seat-arrivals.server.ts'

const window = { seconds: 900 }
const wrongCodes = { limit: 10, ...window }
const wrongCodesUnderAttack = { limit: 3, ...window }
const attack = { limit: 100, seconds: 3600 }

/**
 * Looks at an access code unless too many from its network were wrong. Many wrong ones for one event shrink what each
 * network may try there, but never to nothing: whoever knows the code gets in, from anywhere that has not guessed.
 */
export async function lookAtCode<T>(
  source: string,
  slug: string,
  look: () => Promise<T>,
  isWrong: (outcome: T) => boolean,
): Promise<T> {
  const guess = `access-code:${sourceNetwork(source)}`
  const event = `access-codes:${slug}`
  // In a queue, so that people with the right code who share an address do not use up each other's attempts.
  return oneAfterAnother(guess, async () => {
    const isAttacked = (await attemptsCounted(event)) >= attack.limit
    // Taken before the code is looked at, so that guesses sent at once count too; given back unless it was wrong.
    await countAttempt(guess, isAttacked ? wrongCodesUnderAttack : wrongCodes).catch(refuseGuess)
    let wasWrong = false
    try {
      const outcome = await look()
      wasWrong = isWrong(outcome)
      return outcome
    } finally {
      if (wasWrong) await countAttempt(event, { ...attack, limit: Number.MAX_SAFE_INTEGER })
      else await forgiveAttempt(guess)
    }
  })
}

const guesses = new Set(['code-wrong', 'domain-not-allowed'])

/** Whether who came for a seat was refused for the code, or for having none. */
export function isWrongGuess(outcome: ArrivalOutcome): boolean {
  return outcome.kind === 'refused' && guesses.has(outcome.refusal.code)
}

function refuseGuess(error: unknown): never {
  if (error instanceof Refusal && error.kind === 'too-many') {
    throw new Refusal('codes-tried', 'too-many', error.details)
  }
  throw error
}
