import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { sendTestMail } from '../domain/send-test-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  await sendTestMail(ctx, { eventId: event.id })
  return redirect(`/organize/events/${event.slug}/outbox?done=tested`, 303)
}
