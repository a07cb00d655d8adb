import { ownValue } from '#app/shared/own-value.ts'
import type { Right } from '#app/shared/permissions/rights.ts'

/** The parts of an event's desk in the order of the work: where each lies below the event, and who may open it. */
const groups = {
  prepare: {
    overview: { path: '', right: 'event.read' },
    agenda: { path: '/agenda', right: 'agenda.edit' },
    films: { path: '/films', right: 'event.edit' },
    venues: { path: '/venues', right: 'event.edit' },
    people: { path: '/people', right: 'people.read' },
    invitations: { path: '/agenda/invitations', right: 'agenda.edit' },
    answers: { path: '/answers', right: 'agenda.edit' },
  },
  guests: {
    registrations: { path: '/registrations', right: 'registrations.read' },
    categories: { path: '/categories', right: 'event.edit' },
    questions: { path: '/questions', right: 'event.edit' },
    quotas: { path: '/quotas', right: 'registrations.manage' },
    security: { path: '/security', right: 'registrations.manage' },
    announcements: { path: '/announcements', right: 'outbox.send' },
    promotion: { path: '/promotion', right: 'event.edit' },
  },
  day: {
    live: { path: '/live', right: 'live.run' },
    floor: { path: '/floor', right: 'live.run' },
    notes: { path: '/notes', right: 'notes.write' },
    actions: { path: '/actions', right: 'notes.write' },
  },
  after: {
    recap: { path: '/recap', right: 'recap.edit' },
    feedback: { path: '/feedback', right: 'registrations.manage' },
    initiatives: { path: '/initiatives', right: 'event.edit' },
  },
  setup: {
    settings: { path: '/settings', right: 'event.edit' },
    hosts: { path: '/hosts', right: 'event.read' },
    outbox: { path: '/outbox', right: 'outbox.read' },
    activity: { path: '/activity', right: 'activity.read' },
  },
} as const satisfies Record<string, Record<string, { path: string; right: Right }>>

type Groups = typeof groups
export type PartGroup = keyof Groups
export type EventPart = { [Group in PartGroup]: keyof Groups[Group] }[PartGroup]
type Part = { group: PartGroup; part: EventPart; path: string; right: Right }

export const eventParts: readonly Part[] = Object.entries(groups).flatMap(([group, parts]) =>
  Object.entries<{ path: string; right: Right }>(parts).map(([part, { path, right }]) => ({
    group: group as PartGroup,
    part: part as EventPart,
    path,
    right,
  })),
)

/** The groups with those of their parts that are in `open`; a group without any is left out. */
export function groupedParts(open: readonly EventPart[]): { group: PartGroup; parts: Part[] }[] {
  const names = Object.keys(groups) as PartGroup[]
  return names
    .map((group) => ({
      group,
      parts: eventParts.filter((one) => one.group === group && open.includes(one.part)),
    }))
    .filter(({ parts }) => parts.length > 0)
}

/** Pages that belong to a part whose address theirs does not begin with. */
const elsewhere: Record<string, EventPart> = {
  '/address': 'settings',
  '/cancellation': 'settings',
  '/cover': 'settings',
  '/cover/picture': 'settings',
  '/series': 'settings',
}

/** The part that a page of the event belongs to, by what its address says after the event's own. */
export function partAt(path: string): EventPart {
  const own = ownValue(elsewhere, path)
  if (own) return own
  const holding = eventParts.filter((one) => path === one.path || path.startsWith(`${one.path}/`))
  return holding.sort((a, b) => b.path.length - a.path.length)[0]?.part ?? 'overview'
}
