import { isStale, missingIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { DraftSession } from '../draft/draft-edit.ts'
import { type Place, travelMinutes } from './travel.ts'

/** What is read beside the draft to see its clashes. Instants are ISO strings in UTC. */
export type ClashInput = {
  event: { startsAt: string; endsAt: string }
  sessions: readonly (DraftSession & { signedUp?: number })[]
  rooms: readonly { id: string; capacity: number | null; venue: Place | null }[]
  /** Where a session without a room takes place. */
  venue: Place | null
  availability: readonly { personId: string; startsAt: string; endsAt: string }[]
  /** What the same people do in other events around these days. */
  elsewhere: readonly {
    personId: string
    sessionId: string
    startsAt: string
    endsAt: string
    venue: Place | null
  }[]
}

type Of<Kind extends string, More = object> = {
  kind: Kind
  /** `error` must be solved before publishing; `warning` may be meant so. */
  severity: 'error' | 'warning'
  /** The sessions of this event that it is about, the one to open first in front. */
  sessionIds: string[]
} & More

export type Clash =
  | Of<'outside-event'>
  | Of<'room-twice', { roomId: string }>
  | Of<'person-twice', { personId: string; elsewhere: string | null }>
  | Of<'travel', { personId: string; elsewhere: string | null; needed: number; there: number }>
  | Of<'outside-availability', { personId: string }>
  | Of<'moderator-missing'>
  | Of<'minutes-over', { minutes: number; length: number }>
  | Of<'room-too-small', { roomId: string; capacity: number; people: number }>
  | Of<'translation-stale', { field: 'title' | 'abstract' }>
  | Of<'translation-missing', { field: 'title' | 'abstract'; locale: Locale }>
  | Of<'interpreter-missing'>

type Placed = DraftSession & { signedUp?: number; from: number; to: number }
type Engagement = {
  personId: string
  sessionId: string
  own: boolean
  from: number
  to: number
  venue: Place | null
}

/** All clashes of a draft, errors first, then in order of time. Sorting apart, linear in sessions and people. */
export function findClashes(input: ClashInput): Clash[] {
  const live = input.sessions.filter((session) => !session.dropped)
  const placed = live.flatMap(withSlot).sort((a, b) => a.from - b.from || a.to - b.to)
  const rooms = new Map(input.rooms.map((room) => [room.id, room]))
  const clashes = [
    ...placed.flatMap((session) => outsideEvent(session, input.event)),
    ...roomsTwice(placed),
    ...peopleTwice(placed, rooms, input),
    ...outsideAvailability(placed, input.availability),
    ...placed.flatMap((session) => roomTooSmall(session, rooms)),
    ...live.flatMap((session) => [
      ...moderatorMissing(session),
      ...minutesOver(session),
      ...interpreterMissing(session),
      ...translations(session),
    ]),
  ]
  const place = new Map(placed.map((session, index) => [session.id, index]))
  const rank = (clash: Clash) =>
    (clash.severity === 'error' ? 0 : 1e9) + (place.get(clash.sessionIds[0] ?? '') ?? 1e8)
  return clashes.sort((a, b) => rank(a) - rank(b))
}

function withSlot(session: DraftSession & { signedUp?: number }): Placed[] {
  if (session.startsAt === null || session.endsAt === null) return []
  return [{ ...session, from: Date.parse(session.startsAt), to: Date.parse(session.endsAt) }]
}

function outsideEvent(session: Placed, event: ClashInput['event']): Clash[] {
  const inside = session.from >= Date.parse(event.startsAt) && session.to <= Date.parse(event.endsAt)
  return inside ? [] : [{ kind: 'outside-event', severity: 'error', sessionIds: [session.id] }]
}

// Against the one that ends last only: each session that overlaps is named, without every pair of many.
function roomsTwice(placed: Placed[]): Clash[] {
  const last = new Map<string, Placed>()
  return placed.flatMap((session): Clash[] => {
    const { roomId } = session
    if (roomId === null) return []
    const before = last.get(roomId)
    if (!before || session.to > before.to) last.set(roomId, session)
    if (!before || before.to <= session.from) return []
    return [{ kind: 'room-twice', severity: 'error', sessionIds: [session.id, before.id], roomId }]
  })
}

function peopleTwice(
  placed: Placed[],
  rooms: Map<string, ClashInput['rooms'][number]>,
  input: ClashInput,
): Clash[] {
  const venueOf = (session: Placed) => rooms.get(session.roomId ?? '')?.venue ?? input.venue
  const own = placed.flatMap((session) =>
    peopleOf(session).map(
      (personId): Engagement => ({
        personId,
        sessionId: session.id,
        own: true,
        from: session.from,
        to: session.to,
        venue: venueOf(session),
      }),
    ),
  )
  const other = input.elsewhere.map(({ personId, sessionId, startsAt, endsAt, venue }) => ({
    personId,
    sessionId,
    own: false,
    venue,
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
  }))
  const last = new Map<string, Engagement>()
  return [...own, ...other]
    .sort((a, b) => a.from - b.from)
    .flatMap((next): Clash[] => {
      const before = last.get(next.personId)
      if (!before || next.to > before.to) last.set(next.personId, next)
      return before && (before.own || next.own) ? tooClose(before, next) : []
    })
}

function tooClose(before: Engagement, next: Engagement): Clash[] {
  const elsewhere = before.own && next.own ? null : before.own ? next.sessionId : before.sessionId
  const sessionIds = [next, before].filter((one) => one.own).map((one) => one.sessionId)
  const { personId } = next
  if (before.to > next.from)
    return [{ kind: 'person-twice', severity: 'error', sessionIds, personId, elsewhere }]
  const needed = travelMinutes(before.venue, next.venue)
  const there = Math.floor((next.from - before.to) / 60_000)
  if (there >= needed) return []
  return [{ kind: 'travel', severity: 'warning', sessionIds, personId, elsewhere, needed, there }]
}

function outsideAvailability(placed: Placed[], availability: ClashInput['availability']): Clash[] {
  const windows = new Map<string, { from: number; to: number }[]>()
  for (const { personId, startsAt, endsAt } of availability) {
    const kept = windows.get(personId) ?? []
    windows.set(personId, [...kept, { from: Date.parse(startsAt), to: Date.parse(endsAt) }])
  }
  return placed.flatMap((session) =>
    peopleOf(session).flatMap((personId): Clash[] => {
      const own = windows.get(personId)
      if (!own || own.some((one) => one.from <= session.from && session.to <= one.to)) return []
      return [{ kind: 'outside-availability', severity: 'warning', sessionIds: [session.id], personId }]
    }),
  )
}

const moderated = new Set(['roundtable', 'panel'])

function moderatorMissing(session: DraftSession): Clash[] {
  const several = peopleOf(session).length > 1
  const there = session.appearances.some((one) => one.role === 'moderator')
  if (there || !several || !moderated.has(session.kind)) return []
  return [{ kind: 'moderator-missing', severity: 'warning', sessionIds: [session.id] }]
}

/** Turns together may not last longer than the session; an interpreter speaks at the same time and has none. */
function minutesOver(session: DraftSession): Clash[] {
  if (session.startsAt === null || session.endsAt === null) return []
  const length = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000)
  const minutes = session.appearances
    .filter((one) => one.role !== 'interpreter')
    .reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  if (minutes <= length) return []
  return [{ kind: 'minutes-over', severity: 'error', sessionIds: [session.id], minutes, length }]
}

function roomTooSmall(session: Placed, rooms: Map<string, ClashInput['rooms'][number]>): Clash[] {
  const room = rooms.get(session.roomId ?? '')
  const people = session.signUp ? Math.max(session.capacity ?? 0, session.signedUp ?? 0) : 0
  if (!room || room.capacity === null || people <= room.capacity) return []
  const { id: roomId, capacity } = room
  return [{ kind: 'room-too-small', severity: 'warning', sessionIds: [session.id], roomId, capacity, people }]
}

function interpreterMissing(session: DraftSession): Clash[] {
  const needed = session.languages.length > 1 || session.interpretation.length > 0
  const there = session.appearances.some((one) => one.role === 'interpreter')
  if (!needed || there || session.kind === 'break') return []
  return [{ kind: 'interpreter-missing', severity: 'warning', sessionIds: [session.id] }]
}

function translations(session: DraftSession): Clash[] {
  return (['title', 'abstract'] as const).flatMap((field): Clash[] => {
    const common = { severity: 'warning' as const, sessionIds: [session.id], field }
    const locale = missingIn(session[field])
    if (locale) return [{ kind: 'translation-missing', ...common, locale }]
    return isStale(session[field]) ? [{ kind: 'translation-stale', ...common }] : []
  })
}

/** Everybody in a session once, whatever their roles. */
function peopleOf(session: DraftSession): string[] {
  return [...new Set(session.appearances.map((one) => one.personId))]
}
