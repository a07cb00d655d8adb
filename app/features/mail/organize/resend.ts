import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { resendMail } from '../domain/resend-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const done = await resendMail(ctx, { eventId: event.id, mailId: params.mail ?? '' })
  return redirect(`/organize/events/${event.slug}/outbox?done=${done}`, 303)
}
