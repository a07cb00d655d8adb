import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { switchRecord } from '../domain/switch-record.server.ts'

/** Takes a session off the record (`offRecord=on`), or puts it back on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const event = await getOrganizedEvent(ctx, params.event ?? '', 'notes.write')
  const sessionId = params.session ?? ''
  const offRecord = (await request.formData()).get('offRecord') === 'on'
  await switchRecord(ctx, { eventId: event.id, sessionId, offRecord })
  return redirect(`/organize/events/${event.slug}/notes?session=${sessionId}`, 303)
}
