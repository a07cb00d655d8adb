import type { EventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { castOf } from '#app/features/people/domain/people-at-table.ts'
import { absolute } from '#app/shared/http/page-head.server.ts'
import { publicPath } from '#app/shared/http/public-paths.ts'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import type { CalendarEntry } from './domain/calendar-entry.ts'
import { eventBlock, sessionBlock } from './domain/feed-calendar.ts'

const most = 500
const kept = new Map<string, { version: string; blocks: string[] }>()

/** Making a block is slow, so each is made once a version and language in a process. */
function once(key: string, version: string, make: () => string[]): string[] {
  const found = kept.get(key)
  if (found?.version === version) return found.blocks
  const blocks = make()
  kept.delete(key)
  kept.set(key, { version, blocks })
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return blocks
}

/** The sessions of an event's newest version as calendar blocks. */
export function agendaBlocks({ event, agenda, version }: EventWithAgenda, locale: Locale): string[] {
  if (!version) return []
  return once(`agenda ${event.id} ${locale}`, `${version.number}.${event.revision}`, () =>
    agenda.sessions.map((session) =>
      sessionBlock(sessionEntry({ event, agenda, version: { ...version } }, session, locale)),
    ),
  )
}

/** A whole event as one calendar block. */
export function eventBlocks(event: PublicEvent, locale: Locale): string[] {
  return once(`event ${event.id} ${locale}`, `${event.revision}`, () => [
    eventBlock(eventEntry(event, locale)),
  ])
}

function sessionEntry(
  { event, agenda, version }: EventWithAgenda & { version: { number: number; publishedAt: Date } },
  session: PublishedSession,
  locale: Locale,
): CalendarEntry {
  const room = agenda.rooms.find((one) => one.id === session.roomId)
  const names = castOf(agenda, session.appearances).map(({ person }) => person.name)
  const url = absolute(publicPath.session(locale, event.slug, session.slug))
  const place = [textIn(room?.name, locale), textIn(room?.venue, locale) || venueWords(event, locale)]
  return {
    uid: session.id,
    // Both only ever grow, so their sum does.
    sequence: version.number - 1 + event.revision - 1,
    issuedAt: new Date(Math.max(version.publishedAt.getTime(), event.updatedAt.getTime())),
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    title: read(session.title, locale),
    description: [textIn(session.abstract, locale), names.join(', '), url].filter(Boolean).join('\n\n'),
    location: place.filter(Boolean).join(', ') || undefined,
    url,
    status: event.cancelledAt ? 'cancelled' : 'confirmed',
    language: locale,
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
    title: read(event.title, locale),
    description: [textIn(event.theme, locale), textIn(event.summary, locale), url]
      .filter(Boolean)
      .join('\n\n'),
    location: venueWords(event, locale) || undefined,
    ...(latitude !== null && longitude !== null && { geo: { latitude, longitude } }),
    url,
    status: event.cancelledAt ? 'cancelled' : 'confirmed',
    language: locale,
  }
}

function venueWords({ venue }: PublicEvent, locale: Locale): string {
  const words = [textIn(venue?.name, locale), venue?.address, textIn(venue?.city, locale)]
  return [...new Set(words.filter(Boolean))].join(', ')
}
