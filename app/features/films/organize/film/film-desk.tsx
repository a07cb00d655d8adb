import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatRange } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getFilm } from '../../domain/films.server.ts'
import { editFilm } from '../../domain/save-film.server.ts'
import { listSections } from '../../domain/sections/sections.server.ts'
import { FilmFields, filmRefusals } from './film-fields.tsx'
import { filmSchema } from './film-form.schema.ts'
import { filmFormValues } from './film-form-values.ts'
import { filmMeant } from './film-meant.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['films.desk.one'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const film = await getFilm(event.id, params.film ?? '')
  const [sections, sessions] = await Promise.all([listSections(event.id), listDraftSessions(event.id)])
  const values = filmFormValues(film, ctx.locale)
  const { title, synopsis } = film
  return data({
    slug: film.slug,
    title: filmTitle(film),
    isPublic: event.publishedAt !== null,
    saved: new URL(request.url).searchParams.has('saved'),
    stills: film.stills.length,
    sections: sections.map(({ id, name }) => ({ id, name })),
    screenings: sessions
      .filter(({ films, dropped }) => films.includes(film.id) && !dropped)
      .map(({ id, title: name, startsAt, endsAt, kind }) => ({ id, name, startsAt, endsAt, kind })),
    values,
    base: footprint(values),
    stale: Object.entries({ title, synopsis }).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const film = await getFilm(event.id, params.film ?? '')
  const page = `/organize/events/${event.slug}/films/${film.slug}?saved`
  return saveMerged(request, {
    schema: filmSchema,
    stored: film,
    valuesOf: (stored) => filmFormValues(stored, ctx.locale),
    save: async (form, seen) => {
      const meant = await filmMeant(ctx, event.id, form, seen)
      if (!meant.ok) return refuse(meant)
      const { ok, ...written } = meant
      try {
        return (await editFilm(ctx, { seen, ...written })) ? redirect(page, 303) : nothingChanged(page)
      } catch (error) {
        return refuseAt(error, form, filmRefusals)
      }
    },
  })
}

/** One film at the desk: all that is written of it, its stills and its screenings. */
export default function FilmDesk() {
  const frame = useEventFrame()
  const { slug, title, isPublic, saved, stills, sections, values, base, stale } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const films = `/organize/events/${frame.slug}/films`
  return (
    <DeskPage
      title={<Translated value={title} />}
      actions={
        <>
          <ButtonLink variant="quiet" href={`${films}/${slug}/stills`}>
            {m['films.desk.stills']({ count: stills })}
          </ButtonLink>
          {isPublic && (
            <ButtonLink variant="quiet" href={publicPath.film(getLocale(), frame.slug, slug)}>
              {m['films.desk.public']()}
            </ButtonLink>
          )}
          <form method="post" action={`${films}/${slug}/removal`}>
            <Button variant="danger">{m['films.desk.remove']()}</Button>
          </form>
        </>
      }
    >
      <p>
        <a className="breadcrumb" href={films}>
          {m['films.desk.title']()}
        </a>
      </p>
      {saved && !refused && <Notice tone="success" live title={m['films.desk.saved']()} />}
      <DraftScreenings />
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <FilmFields refused={refused} initial={values} stale={stale} sections={sections} />
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}

/** Where the draft shows the film; it is put there in the agenda. */
function DraftScreenings() {
  const frame = useEventFrame()
  const { screenings } = useLoaderData<typeof loader>()
  const agenda = `/organize/events/${frame.slug}/agenda`
  return (
    <section className="stack snug" aria-labelledby="screenings">
      <h2 className="title-m" id="screenings">
        {m['films.page.screenings']()}
      </h2>
      {screenings.length === 0 ? (
        <p className="soft">{m['films.desk.no-screening']()}</p>
      ) : (
        <ul>
          {screenings.map(({ id, name, startsAt, endsAt, kind }) => (
            <li key={id}>
              <a href={`${agenda}/sessions/${id}`}>
                <Translated value={name} />
              </a>
              <span className="soft">
                {' · '}
                {startsAt && endsAt
                  ? formatRange(new Date(startsAt), new Date(endsAt), frame.timeZone, getLocale())
                  : m['films.desk.no-time']()}
                {kind !== 'screening' && ` · ${m['films.desk.not-screening']()}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${agenda}/list`}>{m['films.desk.to-agenda']()}</a>
      </p>
    </section>
  )
}
