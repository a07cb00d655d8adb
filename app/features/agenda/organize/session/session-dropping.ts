import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'

const schema = z.object({ dropped: z.enum(['yes', 'no']) })

/** Drops a session of the draft, or takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const sessionId = params.session ?? ''
  const set = { dropped: form.data.dropped === 'yes' }
  await editDraft(ctx, { eventId: event.id, edits: [{ kind: 'edit', sessionId, was: {}, set }] })
  return redirect(`/organize/events/${event.slug}/agenda/sessions/${sessionId}`, 303)
}
