import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { undoMerge } from '../domain/merge-people.server.ts'
import { announcePeople } from './announce-people.server.ts'

/** Takes a merge back: two people again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const { eventIds } = await undoMerge(ctx, { eventId: event.id, mergeId: params.merge ?? '' })
  await announcePeople(ctx, eventIds)
  return redirect(`/organize/events/${event.slug}/people/duplicates?done=parted`, 303)
}
