import type { Gap } from '../domain/interpretation-gaps.ts'
import type { GapView } from './gap-list.tsx'

/** The gaps of one session, or of all, with names instead of ids. */
export function gapViews(gaps: readonly Gap[], names: ReadonlyMap<string, string>): GapView[] {
  return gaps.map((gap) => ({ gap, person: 'personId' in gap ? (names.get(gap.personId) ?? '') : '' }))
}
