import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { movePicture } from '../domain/edit-pictures.server.ts'

const placeSchema = z.object({ by: z.enum(['1', '-1']) })

/** One place to the front (`by=-1`) or to the end (`by=1`). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const form = await readForm(request, placeSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const by = form.data.by === '1' ? 1 : -1
  await movePicture(ctx, { eventId: event.id, pictureId: params.picture ?? '', by })
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}
