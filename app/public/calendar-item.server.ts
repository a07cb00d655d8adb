import type { PublishedRoom, PublishedSession } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { roomPlace } from '#app/features/calendar/domain/session-entry.ts'
import { readPlain, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { CalendarItem } from '#app/shared/pages/calendar-links.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Place = Parameters<typeof placeText>[0]
type Event = { slug: string; title: TranslatedText; startsAt: Date; endsAt: Date; venue: Place | null }

/** An event as a web calendar takes it; null when it is over or cancelled. */
export function eventItem(
  event: Event & { cancelledAt: Date | null },
  locale: Locale,
  now: Date,
): CalendarItem | null {
  if (event.cancelledAt || event.endsAt <= now) return null
  const { startsAt, endsAt, venue } = event
  const page = absolute(publicPath.event(locale, event.slug))
  return {
    title: readPlain(event.title, locale).text,
    startsAt,
    endsAt,
    place: venue ? placeText(venue, locale) : '',
    page,
  }
}

/** The same of one session of it, in its own house. */
export function sessionItem(
  event: Event & { cancelledAt: Date | null },
  session: Pick<PublishedSession, 'slug' | 'title' | 'startsAt' | 'endsAt'>,
  room: PublishedRoom | undefined,
  locale: Locale,
  now: Date,
): CalendarItem | null {
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)]
  if (event.cancelledAt || endsAt <= now) return null
  const page = absolute(publicPath.session(locale, event.slug, session.slug))
  return {
    title: readPlain(session.title, locale).text,
    startsAt,
    endsAt,
    place: roomPlace(event, room, locale),
    page,
  }
}
