import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { askSpeaker } from '../domain/ask-speaker.server.ts'
import { pairSchema } from './invitations.schema.ts'

/** Tells one person what they were not told. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const form = await readForm(request, pairSchema)
  if (!form.ok) throw new Refusal('invitation-missing', 'invalid')
  const kind = await askSpeaker(ctx, { eventId: event.id, ...form.data })
  return redirect(`/organize/events/${event.slug}/agenda/invitations?done=${kind}`, 303)
}
