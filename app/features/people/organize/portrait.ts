import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { savePortrait } from '../domain/save-portrait.server.ts'

/** A picture that an organizer sends in for somebody. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  const form = await request.formData().catch(() => null)
  const [file, credit] = [form?.get('portrait'), form?.get('credit')]
  if (!(file instanceof File) || file.size === 0) throw new Refusal('portrait-not-image', 'invalid')
  await savePortrait(ctx, {
    personId: person.mergedIntoId ?? person.id,
    image: new Uint8Array(await file.arrayBuffer()),
    credit: typeof credit === 'string' ? credit : '',
    eventId: event.id,
  })
  return redirect(`/organize/events/${event.slug}/people/${person.id}?saved=portrait`, 303)
}
