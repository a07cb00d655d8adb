import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeRoom } from '#app/features/agenda/domain/remove-room.server.ts'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  await removeRoom(ctx, { eventId: event.id, roomId: params.room ?? '' })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
