import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { getNote } from '../domain/note-history.server.ts'
import { saveNote } from '../domain/save-note.server.ts'
import { contentOf } from './note-store.ts'

/** Takes a note out of the record; its page takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const event = await getOrganizedEvent(ctx, params.event ?? '', 'notes.write')
  const note = await getNote(event.id, params.note ?? '')
  const outcome = await saveNote(ctx, {
    eventId: event.id,
    noteId: note.id,
    revision: note.revision,
    content: { ...contentOf(note), removed: true },
  })
  if (!outcome.done) throw new Refusal('saved-by-other', 'state')
  return redirect(`/organize/events/${event.slug}/notes/${note.id}`, 303)
}
