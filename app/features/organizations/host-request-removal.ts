import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { takeBackHostRequest } from './domain/take-back-host-request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'hosts.edit')
  await takeBackHostRequest(ctx, { eventId: event.id, requestId: params.request ?? '' })
  return redirect(`/organize/events/${event.slug}/hosts`, 303)
}
