import { LRUCache } from 'lru-cache'
import type {
  PublishedAgenda,
  PublishedRoom,
  PublishedSession,
} from '#app/features/agenda/domain/agenda-snapshot.ts'
import { roomOnMap } from '#app/features/agenda/domain/session-where.ts'
import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import type { VenueWithRooms } from '#app/features/events/domain/venues.server.ts'
import type {
  ChangedIn,
  DroppedSession,
  sessionHistory,
} from '#app/features/publishing/domain/session-history.ts'
import { plainProse } from '#app/shared/i18n/prose.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { placeText } from './domain/attendance-entry.ts'
import type { CalendarEntry } from './domain/calendar-entry.ts'
import { eventBlock, sessionBlock } from './domain/feed-calendar.ts'
import { roomPlace } from './domain/session-entry.ts'

type ProgrammeEvent = Pick<PublicEvent, 'slug' | 'venue' | 'cancelledAt' | 'revision' | 'updatedAt'>

const kept = new LRUCache<string, string>({ max: 5000 })

/** Making a block is slow, so each is made once for what it says and kept: one that changed costs one. */
function blockOf(entry: CalendarEntry, make: (entry: CalendarEntry) => string): string {
  const said = JSON.stringify(entry)
  const block = kept.get(said) ?? make(entry)
  kept.set(said, block)
  return block
}

/** The sessions of an event's newest version as calendar blocks, and for a while those that were dropped. */
export function agendaBlocks(
  {
    event,
    agenda,
    venues,
  }: { event: ProgrammeEvent; agenda: PublishedAgenda; venues: readonly VenueWithRooms[] },
  { changedIn, dropped }: ReturnType<typeof sessionHistory>,
  locale: Locale,
): string[] {
  const known = {
    rooms: new Map(agenda.rooms.map((room) => [room.id, room])),
    tracks: new Map(agenda.tracks.map((track) => [track.id, track])),
    people: new Map(agenda.people.map((person) => [person.id, person])),
    venues,
  }
  const entries = [
    ...agenda.sessions.map((session) => sessionEntry(event, session, known, locale, changedIn(session.id))),
    ...dropped.map((session) => droppedEntry(event, session, locale)),
  ]
  return entries.map((entry) => blockOf(entry, sessionBlock))
}

/** A whole event as one calendar block. */
export function eventBlocks(event: PublicEvent, locale: Locale): string[] {
  return [blockOf(eventEntry(event, locale), eventBlock)]
}

type Known = {
  rooms: ReadonlyMap<string, PublishedRoom>
  tracks: ReadonlyMap<string, PublishedAgenda['tracks'][number]>
  people: ReadonlyMap<string, PublishedAgenda['people'][number]>
  venues: readonly VenueWithRooms[]
}

function sessionEntry(
  event: ProgrammeEvent,
  session: PublishedSession,
  { rooms, tracks, people, venues }: Known,
  locale: Locale,
  changedIn: ChangedIn,
): CalendarEntry {
  const room = rooms.get(session.roomId ?? '')
  const ids = [...new Set(session.appearances.map((one) => one.personId))]
  const cast = ids.flatMap((id) => people.get(id) ?? [])
  const geo = roomOnMap(room, venues)
  const names = cast.map(({ name }) => name)
  const url = absolute(publicPath.session(locale, event.slug, session.slug))
  return {
    ...stampOf(event, session.id, changedIn),
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    title: readPlain(session.title, locale),
    description: [plainProse(textIn(session.abstract, locale)), names.join(', '), url]
      .filter(Boolean)
      .join('\n\n'),
    location: roomPlace(event, room, locale) || undefined,
    ...(geo && { geo }),
    url,
    status: event.cancelledAt ? 'cancelled' : 'confirmed',
    language: locale,
    programme: {
      kind: session.kind,
      room: textIn(room?.name, locale),
      track: textIn(tracks.get(session.trackId ?? '')?.name, locale),
      people: cast.map(({ id, name }) => ({ id, name })),
    },
  }
}

function droppedEntry(event: ProgrammeEvent, session: DroppedSession, locale: Locale): CalendarEntry {
  const { slot, title } = session
  const room = slot.room ? { name: slot.room, venue: slot.venue } : undefined
  return {
    ...stampOf(event, session.sessionId, session.changedIn),
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    title: readPlain(title, locale),
    location: roomPlace(event, room, locale) || undefined,
    url: absolute(publicPath.changes(locale, event.slug)),
    status: 'cancelled',
    language: locale,
  }
}

// Both numbers only ever grow, so their sum does. An edit of the event may move its place, which is that of its sessions.
function stampOf(event: ProgrammeEvent, uid: string, { number, publishedAt }: ChangedIn) {
  return {
    uid,
    sequence: number - 1 + event.revision - 1,
    issuedAt: event.revision > 1 && event.updatedAt > publishedAt ? event.updatedAt : publishedAt,
  }
}

function eventEntry(event: PublicEvent, locale: Locale): CalendarEntry {
  const url = absolute(publicPath.event(locale, event.slug))
  const { latitude = null, longitude = null } = event.venue ?? {}
  return {
    uid: event.id,
    sequence: event.revision - 1,
    issuedAt: event.updatedAt,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    title: readPlain(event.title, locale),
    description: [textIn(event.theme, locale), textIn(event.summary, locale), url]
      .filter(Boolean)
      .join('\n\n'),
    location: (event.venue && placeText(event.venue, locale)) || undefined,
    ...(latitude !== null && longitude !== null && { geo: { latitude, longitude } }),
    url,
    status: event.cancelledAt ? 'cancelled' : 'confirmed',
    language: locale,
  }
}
