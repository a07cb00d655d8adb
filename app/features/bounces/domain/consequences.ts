import type { BounceVerdict, SuppressionCause, SuppressionScope } from '#app/shared/vocabulary.ts'

const hour = 3_600_000
const tooOften = 3
export const window = 14 * 24 * hour
const silence = 24 * hour
/** After so long we try a domain again by ourselves: what was wrong may be put right, and nobody looked. */
export const pauseLasts = 24 * hour

/** A mail that was sent to one address, or refused there: when, and what became of it; null when it did not come back. */
export type PastMail = { at: Date; verdict: BounceVerdict | null }

export type Consequence =
  | { kind: 'suppress'; scope: SuppressionScope; cause: SuppressionCause }
  | { kind: 'pause' }
  | { kind: 'none' }

/** What follows from a verdict about an address, whose mails until now are `past`. */
export function consequenceOf(verdict: BounceVerdict, past: PastMail[], now: Date): Consequence {
  if (verdict === 'dead') return { kind: 'suppress', scope: 'all', cause: 'dead' }
  if (verdict === 'complaint') return { kind: 'suppress', scope: 'advertising', cause: 'complaint' }
  if (verdict === 'refused') return { kind: 'pause' }
  if (verdict === 'temporary' && failsTooOften(past, now))
    return { kind: 'suppress', scope: 'all', cause: 'temporary' }
  return { kind: 'none' }
}

/**
 * Whether the last three mails to an address came back for a while only, within 14 days, with no delivery between. A
 * mail that did not come back was delivered, if a later one did come back meanwhile, or if it is a day old: hosts that
 * have no room say so at once or within hours. Younger ones say nothing yet. What was refused for another reason, or
 * for one that nobody understands, says nothing of the mailbox.
 */
export function failsTooOften(past: PastMail[], now: Date): boolean {
  const streak: Date[] = []
  for (const { at, verdict } of [...past].sort((a, b) => b.at.getTime() - a.at.getTime())) {
    if (verdict === 'temporary') streak.push(at)
    else if (isDelivery(verdict, at, streak, now)) break
  }
  const [last, first] = [streak[0], streak[tooOften - 1]]
  return last !== undefined && first !== undefined && last.getTime() - first.getTime() <= window
}

function isDelivery(verdict: BounceVerdict | null, at: Date, streak: Date[], now: Date): boolean {
  // Who complains of a mail has it.
  if (verdict === 'complaint') return true
  if (verdict !== null) return false
  return streak.length > 0 || now.getTime() - at.getTime() >= silence
}
