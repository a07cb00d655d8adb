import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { sendSpeakingLink } from '../domain/send-speaking-link.server.ts'
import { linkSchema } from './invitations.schema.ts'

/** Mails a speaker the way to their own page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, linkSchema)
  if (!form.ok) throw new Refusal('person-missing', 'invalid')
  const { personId, invitationId } = form.data
  await sendSpeakingLink(ctx, { eventId: event.id, personId })
  const invitation = encodeURIComponent(invitationId)
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitation}?done=link`, 303)
}
