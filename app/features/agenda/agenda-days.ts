import { slugOf } from '#app/shared/slug.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'

export type AgendaSlot = { startsAt: string; sessions: PublishedSession[] }
export type AgendaDay = { id: string; label: string; short: string; slots: AgendaSlot[] }
export type AgendaFilter = { room: string | null; track: string | null }

/** Sessions by day of the event's zone, then by the moment they begin: what begins together stands together. */
export function agendaDays(
  sessions: readonly PublishedSession[],
  timeZone: string,
  locale: Locale,
): AgendaDay[] {
  const days: AgendaDay[] = []
  for (const session of sessions) {
    const label = formatDay(new Date(session.startsAt), timeZone, locale)
    let day = days.at(-1)
    if (day?.label !== label) {
      day = { id: `day-${days.length + 1}`, label, short: shortDay(label), slots: [] }
      days.push(day)
    }
    const slot = day.slots.at(-1)
    if (slot?.startsAt === session.startsAt) slot.sessions.push(session)
    else day.slots.push({ startsAt: session.startsAt, sessions: [session] })
  }
  return days
}

/** `Thứ Tư 23` of `Thứ Tư, 23 tháng 6, 2027`: enough to choose a day by. */
function shortDay(label: string): string {
  return `${label.split(',', 1)[0]} ${/\d+/.exec(label)?.[0]}`
}

/** The name of a room or track in an address. */
export function placeKey(place: { name: { vi?: string; en?: string } }): string {
  return slugOf(place.name.en ?? place.name.vi ?? '')
}

/** The sessions in one room or track; what has no room or track of its own, like a break, stays. */
export function filterSessions(agenda: PublishedAgenda, filter: AgendaFilter): PublishedSession[] {
  const rooms = agenda.rooms.filter((room) => placeKey(room) === filter.room).map((room) => room.id)
  const tracks = agenda.tracks.filter((track) => placeKey(track) === filter.track).map((track) => track.id)
  return agenda.sessions.filter(
    (session) =>
      (!filter.room || session.roomId === null || rooms.includes(session.roomId)) &&
      (!filter.track || tracks.includes(session.trackId ?? '')),
  )
}
