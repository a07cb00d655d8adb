import type { ActionFunctionArgs } from '@remix-run/node'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { cleanJson } from '#app/shared/forms/form-text.ts'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { noteEditSchema } from '../note/note-edit.schema.ts'

/** A note of an open page: saved (200), or not because somebody else saved it meanwhile (409). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const { id: noteId, revision, content } = await readEdit(request)
  const { text, ...fields } = content
  const outcome = await saveNote(ctx, {
    eventId: event.id,
    noteId,
    revision,
    content: { ...fields, text: text as TranslatedText },
  })
  return Response.json(outcome, { status: outcome.done ? 200 : 409 })
}

async function readEdit(request: Request) {
  const written = (await postedFields(request)).get('note')
  const read = noteEditSchema.safeParse(typeof written === 'string' ? cleanJson(written) : undefined)
  if (!read.success) throw new Refusal('form-unreadable', 'invalid')
  return read.data
}
