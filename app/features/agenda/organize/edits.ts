import type { ActionFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { cleanJson } from '#app/shared/forms/form-text.ts'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import type { DraftEdit } from '../domain/draft/draft-edit.ts'
import { editDraft } from '../domain/draft/edit-draft.server.ts'
import { draftEditsSchema, isEditorId } from './draft-edits.schema.ts'

/** The edits of one gesture in an open editor: done (200), or not done because they clash with somebody's (409). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { edits, editorId } = await readEdits(request)
  const outcome = await editDraft(ctx, { eventId: event.id, edits, editorId })
  return Response.json(outcome, { status: outcome.done ? 200 : 409 })
}

async function readEdits(request: Request): Promise<{ edits: DraftEdit[]; editorId: string | undefined }> {
  const unreadable = () => new Refusal('form-unreadable', 'invalid')
  const form = await postedFields(request)
  const [written, editorId] = [form.get('edits'), form.get('editor')]
  if (typeof written !== 'string') throw unreadable()
  const read = draftEditsSchema.safeParse(cleanJson(written))
  if (!read.success) throw unreadable()
  const known = typeof editorId === 'string' && isEditorId(editorId)
  return { edits: read.data as DraftEdit[], editorId: known ? editorId : undefined }
}
