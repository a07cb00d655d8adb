import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { markDistinct } from '../domain/duplicates/distinct-people.server.ts'

/** Says that two people who look like one are two. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const pair = { personId: params.person ?? '', otherId: params.other ?? '' }
  await markDistinct(ctx, { eventId: event.id, ...pair })
  return redirect(`/organize/events/${event.slug}/people/duplicates?done=distinct`, 303)
}
