import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editRoom } from '#app/features/agenda/domain/rooms/edit-room.server.ts'
import { getRoom } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { PlacePage } from './place-page.tsx'
import { roomSchema } from './rooms.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.rooms.room'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'agenda.edit')
  const { room } = await getRoom(event.id, params.room ?? '')
  return data({
    id: room.id,
    name: room.name,
    values: {
      name: { vi: room.name.vi ?? '', en: room.name.en ?? '' },
      capacity: room.capacity === null ? '' : String(room.capacity),
    },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { room } = await getRoom(event.id, params.room ?? '')
  const form = await readForm(request, roomSchema)
  if (!form.ok) return refuse(form)
  const name = edit(room.name, form.data.name, ctx.locale)
  const details = { name, capacity: form.data.capacity }
  const isChanged = await editRoom(ctx, { eventId: event.id, roomId: room.id, details })
  const list = `/organize/events/${event.slug}/agenda/rooms#room-${room.id}`
  return isChanged ? redirect(list, 303) : nothingChanged(list)
}

export default function Room() {
  const { id, name, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <PlacePage of="room" id={id} name={name} refused={refused} initial={values} />
}
