import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { getNote } from '#app/features/notes/domain/note-history.server.ts'
import { restoreNote } from '#app/features/notes/domain/restore-note.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'

const number = z.coerce.number().check(z.int(), z.positive(), z.maximum(1_000_000))
const restorationSchema = z.object({ version: number, revision: number })

/** An earlier version of a note is its newest one again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const { id: noteId } = await getNote(event.id, params.note ?? '')
  const form = await readForm(request, restorationSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const outcome = await restoreNote(ctx, { eventId: event.id, noteId, ...form.data })
  if (!outcome.done) throw new Refusal('saved-by-other', 'state')
  return redirect(`/organize/events/${event.slug}/notes/${noteId}`, 303)
}
