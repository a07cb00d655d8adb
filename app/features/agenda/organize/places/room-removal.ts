import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeRoom } from '#app/features/agenda/domain/rooms/remove-room.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  await removeRoom(ctx, { eventId: event.id, roomId: params.room ?? '' })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
