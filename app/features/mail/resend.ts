import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { resendMail } from './domain/resend-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'outbox.send')
  const done = await resendMail(ctx, { eventId: event.id, mailId: params.mail ?? '' })
  return redirect(`/organize/events/${event.slug}/outbox?done=${done}`, 303)
}
