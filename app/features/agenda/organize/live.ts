import type { LoaderFunctionArgs } from '@remix-run/node'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { eventStream } from '#app/shared/http/event-stream.server.ts'
import { lastHeard } from '#app/shared/http/last-heard.ts'
import { followDraft, listDraftChanges } from '../domain/draft-changes.server.ts'

/** The changes of a draft as others make them; whoever does not ask for a stream gets those until now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const event = await getOrganizedEvent(ctx, params.event ?? '', 'agenda.edit')
  const after = lastHeard(request)
  if (!request.headers.get('Accept')?.includes('text/event-stream')) {
    return Response.json(await listDraftChanges(event.id, after), {
      headers: { 'Cache-Control': 'no-store' },
    })
  }
  return eventStream(request, (send, gone) =>
    followDraft(event.id, after, (change) => send({ id: change.id, body: change }), gone),
  )
}
