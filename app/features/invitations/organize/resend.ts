import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { resendInvitation } from '../domain/resend-invitation.server.ts'

/** Sends the present version of an invitation once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const invitationId = params.invitation ?? ''
  await resendInvitation(ctx, { eventId: event.id, invitationId })
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitationId}?done=resent`, 303)
}
