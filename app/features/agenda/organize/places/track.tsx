import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editTrack } from '#app/features/agenda/domain/rooms/edit-track.server.ts'
import { getTrack } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { PlacePage } from './place-page.tsx'
import { trackSchema } from './rooms.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['agenda.rooms.track'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const track = await getTrack(event.id, params.track ?? '')
  return data({
    frame,
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
  const { frame, id, name, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <PlacePage of="track" frame={frame} id={id} name={name} refused={refused} initial={values} />
}
