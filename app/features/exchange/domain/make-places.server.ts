import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { type ImportedAgenda, languageOf } from './imported-agenda.ts'
import { placesBy } from './plan/place-named.ts'
import type { ImportChoices, ImportPlan } from './plan/planned.ts'
import { venueAt } from './venue-at.server.ts'

type NewPlaces = { choices: ImportChoices; agenda: ImportedAgenda }

/** Makes the rooms and tracks that an import names and nobody has yet; answers all by what the file calls them. */
export async function makePlaces(
  ctx: Context,
  eventId: string,
  plan: ImportPlan,
  { choices, agenda: { addresses = {}, houses = {} } }: NewPlaces,
) {
  const named = (name: string) => write({ [languageOf(name) ?? 'en']: name })
  for (const name of plan.newRooms) {
    const house = ownValue(houses, name)
    const venueId = await venueAt(ctx, eventId, house?.venue ?? ownValue(addresses, name) ?? '')
    await addRoom(ctx, { eventId, name: named(house?.room ?? name), ...(venueId && { venueId }) })
  }
  for (const name of plan.newTracks) await addTrack(ctx, { eventId, name: named(name) })
  const [rooms, tracks] = await Promise.all([listRooms(eventId), listTracks(eventId)])
  const none = new Map<string, string>()
  const chosen = Object.fromEntries(Object.entries(choices.roomNames).filter(([, id]) => id !== 'new'))
  return { rooms: placesBy(rooms, none, chosen, houses), tracks: placesBy(tracks, none) }
}
