import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { inviteAgain } from '../domain/ask-speaker.server.ts'

/** Asks somebody again who declined. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const invitationId = params.invitation ?? ''
  await inviteAgain(ctx, { eventId: event.id, invitationId })
  return redirect(`/organize/events/${event.slug}/agenda/invitations/${invitationId}?done=asked`, 303)
}
