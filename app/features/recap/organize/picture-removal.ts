import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { removePicture } from '../domain/edit-pictures.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  await removePicture(ctx, { eventId: event.id, pictureId: params.picture ?? '' })
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}
