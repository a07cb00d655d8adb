import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { saveGuestView } from '#app/features/registration/domain/views/save-guest-view.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { placeIn } from '../list-place.ts'
import { viewSchema } from './view.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const form = await readForm(request, viewSchema)
  if (!form.ok) throw new Refusal('view-name-missing', 'invalid')
  const { name, shared: isShared, query } = form.data
  const place = placeIn(new URLSearchParams(query))
  place.delete('cursor')
  await saveGuestView(ctx, { eventId: event.id, name, isShared, query: place.toString() })
  return redirect(`/organize/events/${event.slug}/registrations?${place}`, 303)
}
