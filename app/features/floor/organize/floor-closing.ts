import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { closeFloor } from '../domain/floor.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'live.run')
  const sessionId = params.session ?? ''
  await closeFloor(ctx, { eventId: event.id, sessionId })
  return redirect(`/organize/events/${event.slug}/floor/${sessionId}`, 303)
}
