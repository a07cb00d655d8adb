import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { removeRoom } from '#app/features/agenda/domain/rooms/remove-room.server.ts'
import { getRoom } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { room } = await getRoom(event.id, params.room ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'room.removed', subjectName: textIn(room.name, ctx.locale) },
    answered: unasked,
    work: () => removeRoom(ctx, { eventId: event.id, roomId: room.id }),
  })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
