import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { getLink } from '../domain/links.server.ts'
import { removeLink } from '../domain/put-away-link.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { id } = await getLink(ctx, event.id, params.link ?? '')
  await removeLink(ctx, { eventId: event.id, linkId: id })
  return redirect(`/organize/events/${event.slug}/promotion`, 303)
}
