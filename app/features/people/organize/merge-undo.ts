import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { undoMerge } from '../domain/duplicates/merge-people.server.ts'
import { announcePeople } from './announce-people.server.ts'

/** Takes a merge back: two people again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const { eventIds } = await undoMerge(ctx, { eventId: event.id, mergeId: params.merge ?? '' })
  await announcePeople(ctx, eventIds)
  return redirect(`/organize/events/${event.slug}/people/duplicates?done=parted`, 303)
}
