import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { removeTrack } from '#app/features/agenda/domain/rooms/remove-track.server.ts'
import { getTrack } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const track = await getTrack(event.id, params.track ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'track.removed', subjectName: textIn(track.name, ctx.locale) },
    answered: unasked,
    work: () => removeTrack(ctx, { eventId: event.id, trackId: track.id }),
  })
  return redirect(`/organize/events/${event.slug}/agenda/rooms`, 303)
}
