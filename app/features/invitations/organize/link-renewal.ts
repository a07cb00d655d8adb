import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { renewLinksOfSpeaker } from '../domain/renew-speaking-links.server.ts'
import { linkSchema } from './invitations.schema.ts'

/** Ends a speaker's links, which go anew by mail. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, linkSchema)
  if (!form.ok) throw new Refusal('person-missing', 'invalid')
  const { personId, invitationId } = form.data
  await renewLinksOfSpeaker(ctx, { eventId: event.id, personId })
  const invitation = encodeURIComponent(invitationId)
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitation}?done=renewed`, 303)
}
