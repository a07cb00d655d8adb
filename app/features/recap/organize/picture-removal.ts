import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { removePicture } from '../domain/edit-pictures.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'picture.removed' },
    answered: unasked,
    work: () => removePicture(ctx, { eventId: event.id, pictureId: params.picture ?? '' }),
  })
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}
