import type { Right } from '#app/shared/permissions/rights.ts'

/** How an initiative names an event: as where it was launched, as what came of it, or by a session or a note of it. */
export type Tie =
  | { what: 'origin' }
  | { what: 'outcome' }
  | { what: 'session'; id: string }
  | { what: 'note'; id: string }

/** What whoever makes such a tie, or undoes it, must be allowed to do at the event. */
export const tieRights = {
  origin: 'event.edit',
  outcome: 'event.edit',
  session: 'agenda.edit',
  note: 'notes.approve',
} as const satisfies Record<Tie['what'], Right>
