import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { sendTestMail } from './domain/send-test-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'outbox.send')
  await sendTestMail(ctx, { eventId: event.id })
  return redirect(`/organize/events/${event.slug}/outbox?done=tested`, 303)
}
