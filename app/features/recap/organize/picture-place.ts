import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { movePicture } from '../domain/edit-pictures.server.ts'

/** One place to the front (`by=-1`) or to the end (`by=1`). */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'recap.edit')
  const by = (await request.formData()).get('by')
  if (by !== '1' && by !== '-1') throw new Refusal('invalid', 'invalid')
  await movePicture(ctx, { eventId: event.id, pictureId: params.picture ?? '', by: by === '1' ? 1 : -1 })
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}
