import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { reviewMail } from '../domain/review-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  await reviewMail(ctx, { eventId: event.id, mailId: params.held ?? '', accept: true })
  return redirect(`/organize/events/${event.slug}/answers`, 303)
}
