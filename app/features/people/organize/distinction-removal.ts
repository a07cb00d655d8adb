import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { unmarkDistinct } from '../domain/duplicates/distinct-people.server.ts'

/** Takes back that two people are two: they are suggested again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const pair = { personId: params.person ?? '', otherId: params.other ?? '' }
  await unmarkDistinct(ctx, { eventId: event.id, ...pair })
  return redirect(`/organize/events/${event.slug}/people/duplicates?done=maybe-one`, 303)
}
