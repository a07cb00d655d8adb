import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { askForWords } from '../domain/ask-for-words.server.ts'

/** Asks people by mail to confirm what was written down as theirs. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'notes.approve')
  const people = (await request.formData())
    .getAll('people')
    .filter((one): one is string => typeof one === 'string')
  const { asked, unreachable } = await askForWords(ctx, { eventId: event.id, personIds: people })
  const query = new URLSearchParams([
    ['asked', String(asked)],
    ...unreachable.map((name) => ['unreachable', name]),
  ])
  return redirect(`/organize/events/${event.slug}/notes/approvals?${query}`, 303)
}
