import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { getFilm } from '../../domain/films.server.ts'
import { removeStill } from '../../domain/stills/stills.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { slug } = await getFilm(event.id, params.film ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'still.removed' },
    answered: unasked,
    work: () => removeStill(ctx, { eventId: event.id, slug, stillId: params.still ?? '' }),
  })
  return redirect(`/organize/events/${event.slug}/films/${slug}/stills`, 303)
}
