import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeGuestView } from '#app/features/registration/domain/views/remove-guest-view.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { viewIdSchema } from './view.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const form = await readForm(request, viewIdSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await removeGuestView(ctx, { eventId: event.id, viewId: form.data.view })
  return redirect(`/organize/events/${event.slug}/registrations`, 303)
}
