import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getFilm } from '../../domain/films.server.ts'
import { removeFilm } from '../../domain/remove-film.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const film = await getFilm(event.id, params.film ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'film.removed', subjectName: textIn(filmTitle(film), ctx.locale) },
    answered: unasked,
    work: () => removeFilm(ctx, { eventId: event.id, slug: film.slug }),
  })
  return redirect(`/organize/events/${event.slug}/films`, 303)
}
