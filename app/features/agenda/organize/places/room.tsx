import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editRoom } from '#app/features/agenda/domain/rooms/edit-room.server.ts'
import { getRoom } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { PlacePage } from './place-page.tsx'
import { roomSchema } from './rooms.schema.ts'
import { venueChoices } from './venue-choices.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.rooms.room'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const venues = await listVenues(event.id)
  const { room } = await getRoom(event.id, params.room ?? '')
  return data({
    id: room.id,
    venues: venueChoices(venues, ctx.locale),
    name: room.name,
    values: {
      name: { vi: room.name.vi ?? '', en: room.name.en ?? '' },
      capacity: room.capacity === null ? '' : String(room.capacity),
      venueId: room.venueId ?? event.venueId ?? '',
    },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { room } = await getRoom(event.id, params.room ?? '')
  const form = await readForm(request, roomSchema)
  if (!form.ok) return refuse(form)
  const name = edit(room.name, form.data.name, ctx.locale)
  // One that was never given a venue is at the main one: choosing that changes nothing.
  const chosen = form.data.venueId || null
  const venueId = room.venueId === null && chosen === event.venueId ? null : chosen
  const details = { name, capacity: form.data.capacity, venueId }
  const isChanged = await editRoom(ctx, { eventId: event.id, roomId: room.id, details })
  const list = `/organize/events/${event.slug}/agenda/rooms#room-${room.id}`
  return isChanged ? redirect(list, 303) : nothingChanged(list)
}

export default function Room() {
  const { id, name, values, venues } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <PlacePage of="room" venues={venues} id={id} name={name} refused={refused} initial={values} />
}
