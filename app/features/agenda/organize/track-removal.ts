import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeTrack } from '#app/features/agenda/domain/remove-track.server.ts'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  await removeTrack(ctx, { eventId: event.id, trackId: params.track ?? '' })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
