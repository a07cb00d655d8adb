/**
 * Milliseconds after its planned end from which a session that nobody ended counts as over: no screen may keep it
 * through the night because somebody forgot a button.
 */
export const forgottenAfter = 4 * 60 * 60_000

/** Whether a session that was begun and not ended is one that was forgotten at a moment (milliseconds). */
export function isForgotten({ endsAt }: { endsAt: string }, now: number): boolean {
  return Date.parse(endsAt) + forgottenAfter <= now
}
