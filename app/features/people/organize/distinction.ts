import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { markDistinct } from '../domain/distinct-people.server.ts'

/** Says that two people who look like one are two. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const pair = { personId: params.person ?? '', otherId: params.other ?? '' }
  await markDistinct(ctx, { eventId: event.id, ...pair })
  return redirect(`/organize/events/${event.slug}/people/duplicates?done=distinct`, 303)
}
