import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { inviteAgain } from '../domain/ask-speaker.server.ts'

/** Asks somebody again who declined. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const invitationId = params.invitation ?? ''
  await inviteAgain(ctx, { eventId: event.id, invitationId })
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitationId}?done=asked`, 303)
}
