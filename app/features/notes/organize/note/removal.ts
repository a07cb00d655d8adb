import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getNote } from '#app/features/notes/domain/note-history.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { contentOf } from '../desk/note-store.ts'

/** Takes a note out of the record; its page takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
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
