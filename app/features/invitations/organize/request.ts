import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { askSpeaker } from '../domain/ask-speaker.server.ts'
import { pairSchema } from './invitations.schema.ts'

/** Tells one person what they were not told. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, pairSchema)
  if (!form.ok) throw new Refusal('invitation-missing', 'invalid')
  const kind = await askSpeaker(ctx, { eventId: event.id, ...form.data })
  return redirect(`/organize/events/${event.slug}/agenda/invitations?done=${kind}`, 303)
}
