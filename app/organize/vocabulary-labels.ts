import { m } from '#app/paraglide/messages.js'
import type { EntryTerms, EventKind, MemberRole, RegistrationState } from '#app/shared/vocabulary.ts'

const kinds: Record<EventKind, () => string> = {
  roundtable: () => m['organize.kind.roundtable'](),
  festival: () => m['organize.kind.festival'](),
  'screening-day': () => m['organize.kind.screening-day'](),
}

const entries: Record<EntryTerms, () => string> = {
  free: () => m['organize.entry.free'](),
  priced: () => m['organize.entry.priced'](),
  invitation: () => m['organize.entry.invitation'](),
}

const states: Record<RegistrationState, () => string> = {
  pending: () => m['organize.registration.pending'](),
  confirmed: () => m['organize.registration.confirmed'](),
  waitlisted: () => m['organize.registration.waitlisted'](),
  offered: () => m['organize.registration.offered'](),
  cancelled: () => m['organize.registration.cancelled'](),
  declined: () => m['organize.registration.declined'](),
}

const roles: Record<MemberRole, () => string> = {
  admin: () => m['organize.role.admin'](),
  organizer: () => m['organize.role.organizer'](),
  rapporteur: () => m['organize.role.rapporteur'](),
  door: () => m['organize.role.door'](),
}

export const eventKindName = (kind: EventKind) => kinds[kind]()
export const entryName = (terms: EntryTerms) => entries[terms]()
export const registrationStateName = (state: RegistrationState) => states[state]()
export const roleName = (role: MemberRole) => roles[role]()
