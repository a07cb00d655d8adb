import {
  getEventForPreview,
  getPublicEvent,
  type PublicEvent,
} from '#app/features/events/domain/events.server.ts'
import { listVenues, type VenueWithRooms } from '#app/features/events/domain/venues.server.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { findPublishedAgenda } from './published-agenda.server.ts'

const nothing: PublishedAgenda = { rooms: [], tracks: [], people: [], sessions: [] }

export type AgendaVersion = { number: number; publishedAt: Date }
export type EventWithAgenda = {
  event: PublicEvent
  agenda: PublishedAgenda
  version: AgendaVersion | null
  venues: VenueWithRooms[]
}

/** A published event with what readers see of its agenda: three statements, whatever its size. Refused when unpublished. */
export async function getEventWithAgenda(slug: string): Promise<EventWithAgenda> {
  return withAgenda(await getPublicEvent(slug))
}

/** The same of an event that may be unpublished, for organizers whose right was checked. */
export async function getEventToPreview(id: string): Promise<EventWithAgenda> {
  return withAgenda(await getEventForPreview(id))
}

async function withAgenda(event: PublicEvent): Promise<EventWithAgenda> {
  const [published, venues] = await Promise.all([findPublishedAgenda(event.id), listVenues(event.id)])
  if (!published) return { event, agenda: nothing, version: null, venues }
  const { agenda, ...version } = published
  return { event, agenda, version, venues }
}
