import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { findLiveEvent } from './domain/live-hub.server.ts'
import { getLive } from './domain/live-now.server.ts'

/** The state of an event's live room once, as JSON. Who asks for a stream was answered before (`live-streams.server.ts`). */
export async function loader({ params }: LoaderFunctionArgs) {
  const eventId = await findLiveEvent(params.event ?? '')
  if (!eventId) throw new Refusal('event-missing', 'missing')
  return Response.json(await getLive(eventId), { headers: { 'Cache-Control': 'no-store' } })
}
