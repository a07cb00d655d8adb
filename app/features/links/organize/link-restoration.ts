import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { getLink } from '../domain/links.server.ts'
import { archiveLink } from '../domain/put-away-link.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { id } = await getLink(ctx, event.id, params.link ?? '')
  const list = `/organize/events/${event.slug}/promotion#link-${id}`
  const isChanged = await archiveLink(ctx, { eventId: event.id, linkId: id, archived: false })
  return isChanged ? redirect(list, 303) : nothingChanged(list)
}
