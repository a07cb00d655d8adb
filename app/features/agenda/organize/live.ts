import type { LoaderFunctionArgs } from '@remix-run/node'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { eventStream } from '#app/shared/http/event-stream.server.ts'
import { lastHeard } from '#app/shared/http/last-heard.ts'
import { followDraft, listDraftChanges } from '../domain/draft/draft-changes.server.ts'
import { joinDraft } from '../domain/draft/draft-presence.server.ts'
import { isEditorId } from './draft-edits.schema.ts'

/**
 * The changes of a draft as others make them, and, for an editor that says which it is, who else has the draft open;
 * whoever does not ask for a stream gets the changes until now.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const still = async () =>
    getOrganizedEvent(await organizerContext(request), params.event ?? '', 'agenda.edit')
  let last = lastHeard(request)
  if (!request.headers.get('Accept')?.includes('text/event-stream')) {
    return Response.json(await listDraftChanges(event.id, last), {
      headers: { 'Cache-Control': 'no-store' },
    })
  }
  const editorId = new URL(request.url).searchParams.get('editor') ?? ''
  return eventStream(request, still, async (send, gone) => {
    const hear = (change: { id: number }) => {
      last = change.id
      send({ id: last, body: change })
    }
    await followDraft(event.id, last, hear, gone)
    if (ctx.actor.kind !== 'account' || !isEditorId(editorId)) return
    const { accountId, name } = ctx.actor
    // Under the number of the last change, so that a broken connection is taken up again behind it.
    const tell = (present: string[]) => send({ id: last, body: { present } })
    await joinDraft({ eventId: event.id, editorId, accountId, name }, tell, gone)
  })
}
