import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { reviewMail } from '../domain/review-mail.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  await reviewMail(ctx, { eventId: event.id, mailId: params.held ?? '', accept: false })
  return redirect(`/organize/events/${event.slug}/answers`, 303)
}
