import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { publishEvent } from '#app/features/events/domain/publish-event.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { checkbox } from '#app/shared/forms/fields.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { eventFrame } from './event-frame.server.ts'

const schema = z.object({ published: checkbox() })

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  await publishEvent(ctx, { eventId: event.id, published: form.data.published })
  return redirect(`/organize/events/${event.slug}`, 303)
}
