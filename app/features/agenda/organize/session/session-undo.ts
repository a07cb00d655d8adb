import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { findDraftChange } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { turnedRound } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'

const schema = z.object({
  change: z.string().check(z.regex(/^[1-9]\d{0,14}$/)),
  /** The page it was saved on, when not the session's own. */
  back: z.optional(z.literal('moving')),
})

/** Takes a saved change of one session back, unless somebody changed the same since. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const change = await findDraftChange(event.id, Number(form.data.change))
  const sessionId = params.session ?? ''
  if (!change || change.edits.some((edit) => edit.kind !== 'edit' || edit.sessionId !== sessionId))
    throw new Refusal('session-missing', 'missing')
  const edits = change.edits.map(turnedRound).reverse()
  const edited = await editDraft(ctx, { eventId: event.id, edits })
  if (!edited.done) throw new Refusal('saved-by-other', 'state')
  const page = form.data.back ?? 'sessions'
  return redirect(`/organize/events/${event.slug}/agenda/${page}/${sessionId}`, 303)
}
