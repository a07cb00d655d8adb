import { slugOf } from '#app/shared/slug.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedSession } from './domain/agenda-snapshot.ts'

export type AgendaSlot = { startsAt: string; sessions: PublishedSession[] }
export type AgendaDay = { id: string; label: string; short: string; slots: AgendaSlot[] }

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
