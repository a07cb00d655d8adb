import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { removePortrait } from '../domain/portraits/save-portrait.server.ts'

/** Takes somebody's picture away, from public pages at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  await removePortrait(ctx, { personId: person.id, eventId: event.id })
  return redirect(`/organize/events/${event.slug}/people/${person.id}?saved=no-portrait`, 303)
}
