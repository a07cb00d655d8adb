import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { removePortrait } from '../domain/save-portrait.server.ts'

/** Takes somebody's picture away, from public pages at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  await removePortrait(ctx, { personId: person.id, eventId: event.id })
  return redirect(`/organize/events/${event.slug}/people/${person.id}?saved=no-portrait`, 303)
}
