import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'

type Typed = {
  on: Record<string, boolean>
  seats: Record<string, number | null>
  was: Record<string, string>
  all: number | null
}
type Session = Pick<DraftSession, 'id' | 'signUp' | 'capacity'>

/** How a session's sign-up stands, as a hidden field says it. */
export const signUpMark = ({ signUp, capacity }: Pick<Session, 'signUp' | 'capacity'>) =>
  `${signUp ? 'on' : ''}:${capacity ?? ''}`

/**
 * The edits of a form for many sessions: those that it changes, each against what it was made from, so that what others
 * saved meanwhile is a clash. `missing` are those that would take sign-ups without a number of seats.
 */
export function signUpEdits(
  sessions: readonly Session[],
  { on, seats, was, all }: Typed,
): { edits: DraftEdit[]; missing: string[] } {
  const edits: DraftEdit[] = []
  const missing: string[] = []
  for (const { id } of sessions) {
    const mark = was[id]
    if (mark === undefined) continue
    const [flag, number = ''] = mark.split(':')
    const before = { signUp: flag === 'on', capacity: number === '' ? null : Number(number) }
    const signUp = on[id] === true
    const set = { signUp, capacity: seats[id] ?? (signUp ? all : null) }
    if (set.signUp && set.capacity === null) missing.push(id)
    if (signUpMark(set) !== signUpMark(before)) edits.push({ kind: 'edit', sessionId: id, was: before, set })
  }
  return { edits, missing }
}
