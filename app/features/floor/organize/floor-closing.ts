import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { closeFloor } from '../domain/floor.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const sessionId = params.session ?? ''
  await closeFloor(ctx, { eventId: event.id, sessionId })
  return redirect(`/organize/events/${event.slug}/floor/${sessionId}`, 303)
}
