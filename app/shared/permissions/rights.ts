import { type MemberRole, memberRoles } from '#app/shared/vocabulary.ts'

/** What each role may do for the events that its organization hosts, and the initiatives that it carries. */
const rights = {
  'event.read': ['admin', 'organizer', 'rapporteur', 'door'],
  'event.edit': ['admin', 'organizer'],
  'agenda.edit': ['admin', 'organizer'],
  'people.read': ['admin', 'organizer', 'rapporteur'],
  'people.edit': ['admin', 'organizer'],
  'live.run': ['admin', 'organizer', 'rapporteur'],
  'notes.write': ['admin', 'organizer', 'rapporteur'],
  'notes.approve': ['admin', 'organizer'],
  'recap.edit': ['admin', 'organizer', 'rapporteur'],
  'recap.publish': ['admin', 'organizer'],
  'registrations.read': ['admin', 'organizer', 'door'],
  'registrations.manage': ['admin', 'organizer'],
  'registrations.exceed': ['admin', 'organizer'],
  'outbox.read': ['admin', 'organizer'],
  'outbox.send': ['admin', 'organizer'],
  'activity.read': ['admin', 'organizer'],
  'hosts.edit': ['admin'],
  'initiative.edit': ['admin', 'organizer'],
  'initiative.bodies': ['admin'],
  'organization.edit': ['admin', 'organizer'],
  'members.read': ['admin', 'organizer'],
  'members.edit': ['admin'],
} as const satisfies Record<string, readonly MemberRole[]>

export type Right = keyof typeof rights

export function roleMay(role: MemberRole, right: Right): boolean {
  return (rights[right] as readonly MemberRole[]).includes(role)
}

/** The roles that have this right. */
export function rolesThatMay(right: Right): MemberRole[] {
  return memberRoles.filter((role) => roleMay(role, right))
}
