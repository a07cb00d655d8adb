import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rowId } from '#app/shared/forms/fields.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { askForWords } from '../domain/ask-for-words.server.ts'

const requestsSchema = z.object({ people: z.array(rowId()) })

/** Asks people by mail to confirm what was written down as theirs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'notes.approve')
  const form = await readForm(request, requestsSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const personIds = form.data.people
  const { asked, unreachable } = await askForWords(ctx, { eventId: event.id, personIds })
  const query = new URLSearchParams([
    ['asked', String(asked)],
    ...unreachable.map((name) => ['unreachable', name]),
  ])
  return redirect(`/organize/events/${event.slug}/notes/approvals?${query}`, 303)
}
