import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeTrack } from '#app/features/agenda/domain/rooms/remove-track.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  await removeTrack(ctx, { eventId: event.id, trackId: params.track ?? '' })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
