import type { LoaderFunctionArgs } from '@remix-run/node'
import { followDraft } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { followNotes } from '#app/features/notes/domain/note-changes.server.ts'
import { listDeskNotes } from '#app/features/notes/domain/notes-desk.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { eventStream } from '#app/shared/http/event-stream.server.ts'
import { heardNumber, lastHeard } from '#app/shared/http/last-heard.ts'
import { notesShown } from './notes-shown.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The notes as others save them, and that the sessions are others now (`note` is null then); whoever does not ask for a
 * stream gets the newest notes of a session, or of all.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'notes.write')
  const still = async () =>
    getOrganizedEvent(await organizerContext(request), params.event ?? '', 'notes.write')
  let last = lastHeard(request)
  if (!request.headers.get('Accept')?.includes('text/event-stream')) {
    const asked = new URL(request.url).searchParams
    const session = asked.get('session') ?? 'all'
    if (session !== 'all' && !uuid.test(session)) throw new Refusal('session-missing', 'missing')
    const notes = await listDeskNotes(event.id, session === 'all' ? null : session, notesShown(asked))
    return Response.json(notes, { headers: { 'Cache-Control': 'no-store' } })
  }
  const draft = heardNumber(new URL(request.url).searchParams.get('draft'))
  return eventStream(request, still, async (send, gone) => {
    const hear = (change: { id: number; note: unknown }) => {
      last = change.id
      send({ id: last, body: change })
    }
    await followNotes(event.id, last, hear, gone)
    await followDraft(event.id, draft, () => send({ id: last, body: { id: last, note: null } }), gone)
  })
}
