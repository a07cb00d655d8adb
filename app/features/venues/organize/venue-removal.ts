import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getVenue } from '#app/features/venues/domain/find-venue.server.ts'
import { removeVenue } from '#app/features/venues/domain/remove-venue.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const venue = await getVenue(event.id, params.venue ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'venue.removed', subjectName: textIn(venue.name, ctx.locale) },
    answered: unasked,
    work: () => removeVenue(ctx, { eventId: event.id, venueId: venue.id }),
  })
  return redirect(`/organize/events/${event.slug}/venues`, 303)
}
