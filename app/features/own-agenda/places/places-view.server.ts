import { agendaDays } from '#app/features/agenda/agenda-days.ts'
import type { PublishedSession } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { searchable } from '#app/shared/searchable.ts'
import { listOwnSessions, listSessionSeats } from '../domain/own-sessions.server.ts'
import { getGuestPlaces } from '../domain/places/hold-guests.server.ts'
import { partsView } from '../parts/parts-view.server.ts'

/** The sessions in which a guest may have seats, narrowed by words and day, and the parts of a festival; six statements. */
export async function placesView(request: Request, token: string) {
  const { page, view } = await attendeeView(request, token)
  const eventId = page.event.id
  const [published, own, seats, guest, parts] = await Promise.all([
    view.isPublic ? findPublishedAgenda(eventId) : null,
    listOwnSessions(page.registration.id),
    listSessionSeats(eventId),
    getGuestPlaces(page.registration.id),
    view.isPublic ? partsView(page.registration, view.locale, new Date()) : [],
  ])
  const query = new URL(request.url).searchParams
  const q = (query.get('q') ?? '').slice(0, 200)
  const now = new Date().toISOString()
  const agenda = published?.agenda
  const withSeats = new Set(seats.map(({ sessionId }) => sessionId))
  const held = new Set(own.flatMap(({ sessionId, signUp }) => (signUp ? [sessionId] : [])))
  const isOpen = (session: PublishedSession) =>
    withSeats.has(session.id) &&
    session.startsAt > now &&
    (held.has(session.id) || !guest.opens || guest.opens.includes(session.trackId ?? ''))
  const open = (agenda?.sessions ?? []).filter(isOpen)
  const days = agendaDays(open, page.event.timeZone, view.locale)
  const day = days.find(({ id }) => id === dayIn(query.get('day'), days.length))?.id ?? null
  const words = searchable(q)
  const shown = days
    .filter(({ id }) => day === null || id === day)
    .map((one) => ({
      ...one,
      slots: one.slots
        .map((slot) => ({ ...slot, sessions: slot.sessions.filter((session) => isFound(session, words)) }))
        .filter(({ sessions }) => sessions.length > 0),
    }))
    .filter(({ slots }) => slots.length > 0)
  return {
    ...view,
    agenda: { rooms: agenda?.rooms ?? [], tracks: agenda?.tracks ?? [], people: [], sessions: [] },
    shown,
    days: days.map(({ id, label }) => ({ id, label })),
    day,
    q,
    own: own.filter(({ sessionId }) => held.has(sessionId)),
    seats,
    limits: guest.limits,
    taken: guest.own.reduce((sum, place) => sum + place.seats, 0),
    parts,
    wasMailed: query.has('mailed'),
    now,
  }
}

export type PlacesView = Awaited<ReturnType<typeof placesView>>

function dayIn(given: string | null, days: number): string | null {
  const number = Number(/^day-(\d{1,2})$/.exec(given ?? '')?.[1])
  return number >= 1 && number <= days ? `day-${number}` : null
}

function isFound({ title, abstract }: PublishedSession, words: string): boolean {
  const text = searchable([title.vi, title.en, abstract.vi, abstract.en].filter(Boolean).join(' '))
  return words.split(' ').every((word) => text.includes(word))
}
