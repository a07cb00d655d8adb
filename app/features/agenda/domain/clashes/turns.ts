import type { DraftAppearance } from '../draft/draft-edit.ts'

const minute = 60_000

/** An interpreter speaks at the same time as others and takes no turn. */
const hasTurn = (one: DraftAppearance) => one.role !== 'interpreter' && one.minutes !== null

/**
 * The same people in the same order with turns that fit into the session: turns that are too long together are all
 * shortened in proportion, to whole minutes and at least one each while there are enough. Turns that fit stay as they
 * are, and so do all without a slot.
 */
export function fitTurns(appearances: readonly DraftAppearance[], length: number | null): DraftAppearance[] {
  const turns = appearances.filter(hasTurn).map((one) => one.minutes ?? 0)
  const total = turns.reduce((sum, one) => sum + one, 0)
  if (length === null || total <= length) return [...appearances]
  const shortened = shared(turns, length)
  let next = 0
  return appearances.map((one) => {
    if (!hasTurn(one)) return one
    const minutes = shortened[next++] ?? 0
    return { ...one, minutes: minutes > 0 ? minutes : null }
  })
}

/** `length` shared out in proportion to the turns: each rounded down, what is left to those who lost most. */
function shared(turns: number[], length: number): number[] {
  const total = turns.reduce((sum, one) => sum + one, 0)
  const exact = turns.map((one) => (one * length) / total)
  const least = turns.length <= length ? 1 : 0
  const whole = exact.map((one) => Math.max(least, Math.floor(one)))
  let left = length - whole.reduce((sum, one) => sum + one, 0)
  const byLoss = exact.map((one, index) => ({ index, loss: one - (whole[index] ?? 0) }))
  byLoss.sort((a, b) => b.loss - a.loss || a.index - b.index)
  const add = (index: number, by: number) => whole.splice(index, 1, (whole[index] ?? 0) + by)
  for (let at = 0; left > 0; at = (at + 1) % byLoss.length, left--) add(byLoss[at]?.index ?? 0, 1)
  // Minutes that the least turns took are given back by the longest.
  for (; left < 0; left++) add(whole.indexOf(Math.max(...whole)), -1)
  return whole
}

/** When each turn begins and ends, one behind the other from the session's start; null for who has no minutes. */
export function turnTimes(
  appearances: readonly DraftAppearance[],
  startsAt: string | null,
): ({ from: Date; to: Date } | null)[] {
  if (startsAt === null) return appearances.map(() => null)
  let at = Date.parse(startsAt)
  return appearances.map((one) => {
    if (!hasTurn(one)) return null
    const from = at
    at += (one.minutes ?? 0) * minute
    return { from: new Date(from), to: new Date(at) }
  })
}

/** Whole minutes of a slot, or null without one. */
export function lengthOf(slot: { startsAt: string | null; endsAt: string | null }): number | null {
  if (slot.startsAt === null || slot.endsAt === null) return null
  return Math.floor((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / minute)
}
