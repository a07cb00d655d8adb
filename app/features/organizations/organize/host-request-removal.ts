import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { takeBackHostRequest } from '../domain/take-back-host-request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'hosts.edit')
  await takeBackHostRequest(ctx, { eventId: event.id, requestId: params.request ?? '' })
  return redirect(`/organize/events/${event.slug}/hosts`, 303)
}
