import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { removePicture } from '../domain/edit-pictures.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'recap.edit')
  await removePicture(ctx, { eventId: event.id, pictureId: params.picture ?? '' })
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}
