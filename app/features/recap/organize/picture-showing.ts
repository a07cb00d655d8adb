import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { showPicture } from '../domain/edit-pictures.server.ts'

const showingSchema = z.object({ show: z.enum(['yes', 'no']) })

/** Puts a picture onto the event's page (`show=yes`), or takes it off there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const form = await readForm(request, showingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const isOnPage = form.data.show === 'yes'
  await showPicture(ctx, { eventId: event.id, pictureId: params.picture ?? '', isOnPage })
  return redirect(`/organize/events/${event.slug}/recap/pictures#picture-${params.picture}`, 303)
}
