import { Temporal } from 'temporal-polyfill'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { eventTitleIn } from '#app/features/events/domain/event-title.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda, PublishedRoom, PublishedSession } from '#db/schema/agenda-snapshot.ts'

type Published = {
  event: {
    slug: string
    title: PublishedSession['title']
    cancelledAt?: Date | null
    startsAt: Date
    endsAt: Date
    timeZone: string
    accent: string
    /** Where rooms without a venue of their own are. */
    venue?: Parameters<typeof placeText>[0] | null
  }
  agenda: PublishedAgenda
  version: number
}
export type ScheduleAddresses = {
  event: string
  session: (slug: string) => string
  film: (slug: string) => string
  changes: string
}

export type ScheduleEvent = ReturnType<typeof scheduleEvent>
export type Schedule = ReturnType<typeof scheduleOf>

// A day of a programme ends when its last guests have gone, not at midnight.
const nightEnds = { hours: 4 }

/** The published agenda as the schedule that frab, pretalx and the apps around them exchange, in one language. */
export function scheduleOf(
  { event, agenda, version }: Published,
  addresses: ScheduleAddresses,
  locale: Locale,
) {
  const acronym = acronymOf(event.slug)
  const names = roomNames(agenda, locale)
  const numbers = numbersOf(agenda.sessions.map((one) => one.id))
  const zoned = (instant: string | Date) =>
    Temporal.Instant.from(new Date(instant).toISOString()).toZonedDateTimeISO(event.timeZone)
  const dayOf = (session: PublishedSession) =>
    zoned(session.startsAt).subtract(nightEnds).toPlainDate().toString()
  const dates = [...new Set(agenda.sessions.map(dayOf))].sort()
  const days = dates.map((date, index) => {
    const own = agenda.sessions.filter((session) => dayOf(session) === date)
    const rooms = new Map<string, ScheduleEvent[]>()
    for (const session of own) {
      const room = names.get(session.roomId ?? '') || noRoomYet[locale]
      const entry = scheduleEvent({
        session,
        agenda,
        acronym,
        id: numbers.get(session.id) ?? 1,
        room,
        addresses,
        locale,
        zoned,
      })
      rooms.set(room, [...(rooms.get(room) ?? []), entry])
    }
    const starts = own.map((session) => session.startsAt).sort()
    const ends = own.map((session) => session.endsAt).sort()
    return {
      index: index + 1,
      date,
      day_start: isoOf(zoned(starts[0] ?? event.startsAt)),
      day_end: isoOf(zoned(ends.at(-1) ?? event.endsAt)),
      rooms: Object.fromEntries(rooms),
    }
  })
  const zone = /^(?:[A-Z][a-z]+\/[A-Z][a-z]+|UTC$)/.test(event.timeZone)
    ? { time_zone_name: event.timeZone }
    : {}
  return {
    generator: { name: ownGenerator },
    schedule: {
      version: String(version),
      base_url: addresses.event,
      conference: {
        acronym,
        title: eventTitleIn(event, locale),
        start: zoned(event.startsAt).toPlainDate().toString(),
        end: zoned(event.endsAt).toPlainDate().toString(),
        daysCount: days.length,
        timeslot_duration: '00:05',
        ...zone,
        url: addresses.event,
        colors: { primary: event.accent },
        rooms: agenda.rooms.map((room) => {
          const description = addressOf(room, event.venue ?? null, locale)
          return { name: names.get(room.id) ?? '', guid: room.id, ...(description && { description }) }
        }),
        tracks: agenda.tracks.map((track) => ({
          name: textIn(track.name, locale),
          color: track.colour ?? event.accent,
        })),
        days,
      },
    },
  }
}

type EventInput = {
  session: PublishedSession
  agenda: PublishedAgenda
  acronym: string
  id: number
  room: string
  addresses: ScheduleAddresses
  locale: Locale
  zoned: (instant: string) => Temporal.ZonedDateTime
}

function scheduleEvent({ session, agenda, acronym, id, room, addresses, locale, zoned }: EventInput) {
  const start = zoned(session.startsAt)
  const minutes = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000)
  const track = agenda.tracks.find((one) => one.id === session.trackId)
  const people = new Map(agenda.people.map((person) => [person.id, person]))
  const cast = [...new Set(session.appearances.map((one) => one.personId))].flatMap(
    (personId) => people.get(personId) ?? [],
  )
  return {
    id,
    guid: session.id,
    date: isoOf(start),
    start: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    duration: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    room,
    slug: `${acronym}-${id}-${session.slug}`,
    url: addresses.session(session.slug),
    title: textIn(session.title, locale),
    subtitle: '',
    track: track ? textIn(track.name, locale) : '',
    type: session.kind,
    language: session.languages[0] ?? locale,
    abstract: textIn(session.abstract, locale),
    description: '',
    recording_license: '',
    do_not_record: false,
    persons: cast.map((person) => ({
      id: numberOf(person.id),
      guid: person.id,
      public_name: person.name,
      biography: textIn(person.biography, locale),
    })),
    links: [...linksIn(textIn(session.abstract, locale)), ...filmLinks(session, addresses, locale)],
    attachments: [],
  }
}

/** The films of a screening: the formats have no place for them but among the links. */
function filmLinks({ films = [] }: PublishedSession, { film }: ScheduleAddresses, locale: Locale) {
  return films.map((one) => ({
    title: textIn(filmTitle(one), locale),
    url: film(one.slug),
    type: 'film',
    guid: one.id,
    ...(one.minutes && { minutes: one.minutes }),
  }))
}

/** The addresses that words name, each with what stands before it on its line. */
export function linksIn(text: string): { title: string; url: string }[] {
  const found = text.split('\n').flatMap((words) =>
    [...words.matchAll(/https?:\/\/[^\s<>"]+/g)].map((link) => {
      const url = link[0].replace(/[.,;:!?)\]’”]+$/, '')
      const [, title = ''] = /^\s*([^:]{1,100}):\s*$/.exec(words.slice(0, link.index)) ?? []
      return { title: title.trim() || url, url }
    }),
  )
  return [...new Map(found.map((one) => [one.url, one])).values()]
}

/** How each room is called in the file, where rooms are told apart by their names: two of one name by their venues. */
function roomNames({ rooms }: PublishedAgenda, locale: Locale): Map<string, string> {
  const own = rooms.map((room) => textIn(room.name, locale))
  const isDouble = (name: string) => own.filter((one) => one === name).length > 1
  return new Map(
    rooms.map((room, at) => {
      const name = own[at] ?? ''
      const venue = textIn(room.venue, locale)
      return [room.id, isDouble(name) && venue ? `${name}, ${venue}` : name]
    }),
  )
}

/** Where a room is, as a map finds it. */
function addressOf(
  room: PublishedRoom,
  main: Parameters<typeof placeText>[0] | null,
  locale: Locale,
): string {
  const own = textIn(room.place, locale) || textIn(room.venue, locale)
  return own || (main ? placeText(main, locale) : '')
}

/** By which a file of ours is known again: in others a room's description says anything. */
export const ownGenerator = 'ban-tron'

/** What stands for the room of sessions that have none: the formats want one. */
export const noRoomYet: Record<Locale, string> = { vi: 'Chưa có phòng', en: 'No room yet' }

const isoOf = (time: Temporal.ZonedDateTime) =>
  time.toString({ timeZoneName: 'never', offset: 'auto', smallestUnit: 'second' })

/** Letters, figures and underscores, four at least: what the schemas take as an acronym. */
export function acronymOf(slug: string): string {
  return slug.replaceAll('-', '_').padEnd(4, '_')
}

/** The schemas want whole numbers: they follow from our ids, so that they stay; two that meet are parted. */
function numbersOf(ids: string[]): Map<string, number> {
  const taken = new Set<number>()
  const numbers = new Map<string, number>()
  for (const id of [...ids].sort()) {
    let number = numberOf(id)
    while (taken.has(number)) number += 1
    taken.add(number)
    numbers.set(id, number)
  }
  return numbers
}

const numberOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 7), 16) + 1
const two = (value: number) => String(value).padStart(2, '0')
