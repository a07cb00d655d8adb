const minute = 60_000

/** Minutes between attempts; after the last one, about two days in, a mail has failed. */
const gaps = [1, 5, 15, 60, 120, 240, 480, 480, 480, 480, 480]
export const mostAttempts = gaps.length + 1

/** How long to wait after so many attempts, or null to give up. Spread out, so that a crowd does not return at once. */
export function gapAfter(attempts: number, random = Math.random): number | null {
  const gap = gaps[attempts - 1]
  return gap === undefined ? null : Math.round(gap * minute * (0.9 + random() * 0.2))
}
