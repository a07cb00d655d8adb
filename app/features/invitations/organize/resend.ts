import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { resendInvitation } from '../domain/resend-invitation.server.ts'

/** Sends the present version of an invitation once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const invitationId = params.invitation ?? ''
  await resendInvitation(ctx, { eventId: event.id, invitationId })
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitationId}?done=resent`, 303)
}
