import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { switchRecord } from '#app/features/notes/domain/switch-record.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { recordSchema } from './record.schema.ts'

/** Takes a session off the record, or puts it back on; a form that says neither changes nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const sessionId = params.session ?? ''
  const form = await readForm(request, recordSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  await switchRecord(ctx, { eventId: event.id, sessionId, offRecord: form.data.record === 'off' })
  return redirect(`/organize/events/${event.slug}/notes?session=${sessionId}`, 303)
}
