import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { addReadyMade } from '#app/features/questions/domain/add-ready-made.server.ts'
import { readyMadeSets } from '#app/features/questions/domain/ready-made.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { oneOf } from '#app/shared/forms/fields.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'

const setSchema = z.object({ set: oneOf(readyMadeSets) })

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, setSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await addReadyMade(ctx, { eventId: event.id, set: form.data.set })
  return redirect(`/organize/events/${event.slug}/questions`, 303)
}
