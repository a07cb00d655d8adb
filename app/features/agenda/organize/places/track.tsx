import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editTrack } from '#app/features/agenda/domain/rooms/edit-track.server.ts'
import { getTrack } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { PlacePage } from './place-page.tsx'
import { trackSchema } from './rooms.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.rooms.track'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'agenda.edit')
  const track = await getTrack(event.id, params.track ?? '')
  return data({
    id: track.id,
    name: track.name,
    values: { name: { vi: track.name.vi ?? '', en: track.name.en ?? '' }, colour: track.colour ?? '#8a1f2d' },
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const track = await getTrack(event.id, params.track ?? '')
  const form = await readForm(request, trackSchema)
  if (!form.ok) return refuse(form)
  const name = edit(track.name, form.data.name, ctx.locale)
  const details = { name, colour: form.data.colour.toLowerCase() || null }
  const isChanged = await editTrack(ctx, { eventId: event.id, trackId: track.id, details })
  const list = `/organize/events/${event.slug}/agenda/rooms#track-${track.id}`
  return isChanged ? redirect(list, 303) : nothingChanged(list)
}

export default function Track() {
  const { id, name, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <PlacePage of="track" id={id} name={name} refused={refused} initial={values} />
}
