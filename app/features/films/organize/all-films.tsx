import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { searchedWords } from '#app/shared/searched-words.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { chosenFilms, filmQueryAt, pageOf, readFilmQuery } from '../domain/film-choice.ts'
import { listFilms } from '../domain/films.server.ts'
import { listSections } from '../domain/sections/sections.server.ts'
import { shownFilm } from '../film-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['films.desk.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const query = readFilmQuery(new URL(request.url).searchParams)
  const [films, sections, sessions, words] = await Promise.all([
    listFilms(event.id),
    listSections(event.id),
    listDraftSessions(event.id),
    searchedWords(query.q),
  ])
  const asked = { ...query, day: null }
  const screenings = new Map()
  const found = pageOf(
    chosenFilms(films, { query: asked, words, screenings, timeZone: event.timeZone }),
    query.page,
  )
  const shown = sessions.filter(({ dropped }) => !dropped).flatMap((session) => session.films)
  const rows = found.rows.map((film) => {
    const { directors, countries, ...listed } = shownFilm(film, ctx.locale)
    return {
      id: listed.id,
      slug: listed.slug,
      title: filmTitle(film),
      section: listed.section,
      makers: [directors.join(', '), countries].filter(Boolean).join(' · '),
      screenings: shown.filter((id) => id === film.id).length,
      hasStill: listed.still !== null,
    }
  })
  return data({
    query: asked,
    all: films.length,
    isPublic: event.publishedAt !== null && films.length > 0,
    sections: sections.map(({ slug, name }) => ({ slug, name })),
    found: { ...found, rows },
  })
}

/** The films of an edition, for those who keep its catalogue. */
export default function AllFilms() {
  const frame = useEventFrame()
  const { query, all, sections, found } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/films`
  const at = (page: number) => (page < 1 || page > found.last ? null : `${home}${filmQueryAt(query, page)}`)
  return (
    <DeskPage title={m['films.desk.title']()} actions={<DeskActions />}>
      {all === 0 ? (
        <EmptyState title={m['films.desk.none']()}>
          <p>{m['films.desk.none-hint']()}</p>
        </EmptyState>
      ) : (
        <>
          <SearchForm
            address={home}
            q={query.q}
            label={m['films.page.search']()}
            isFiltered={filmQueryAt(query, 1) !== ''}
          >
            {sections.length > 0 && (
              <SelectField
                name="section"
                label={m['films.facts.section']()}
                placeholder={m['films.page.any-section']()}
                defaultValue={query.section ?? ''}
                options={sections.map(({ slug, name }) => ({
                  value: slug,
                  label: textIn(name, getLocale()),
                }))}
              />
            )}
          </SearchForm>
          <p role="status" className="soft">
            {m['films.page.found']({ count: found.total, total: formatCount(found.total, getLocale()) })}
          </p>
          <DataTable
            caption={m['films.desk.title']()}
            captionHidden
            columns={columns(home)}
            rows={found.rows}
            rowKey={({ id }) => id}
          />
          {found.last > 1 && (
            <Pager previous={at(found.page - 1)} next={at(found.page + 1)}>
              {m['public.find.page']({ page: String(found.page), last: String(found.last) })}
            </Pager>
          )}
        </>
      )}
    </DeskPage>
  )
}

/** What can be done with the films of an edition beside writing one. */
function DeskActions() {
  const frame = useEventFrame()
  const { all, isPublic } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/films`
  return (
    <>
      <ButtonLink href={`${home}/new`}>{m['films.desk.add']()}</ButtonLink>
      <ButtonLink variant="quiet" href={`${home}/sections`}>
        {m['films.desk.sections']()}
      </ButtonLink>
      <ButtonLink variant="quiet" href={`${home}/awards`}>
        {m['films.awards.title']()}
      </ButtonLink>
      <ButtonLink variant="quiet" href={`${home}/import`}>
        {m['films.desk.import']()}
      </ButtonLink>
      {all > 0 && (
        <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/agenda/import`}>
          {m['films.desk.import-screenings']()}
        </ButtonLink>
      )}
      {all > 0 && (
        <ButtonLink variant="quiet" href={`${home}.csv`}>
          {m['films.desk.export']()}
        </ButtonLink>
      )}
      {isPublic && (
        <ButtonLink variant="quiet" href={publicPath.films(getLocale(), frame.slug)}>
          {m['films.desk.public']()}
        </ButtonLink>
      )}
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['found']['rows'][number]

function columns(home: string): Column<Row>[] {
  return [
    {
      key: 'title',
      header: m['films.form.title'](),
      names: true,
      cell: ({ slug, title }) => (
        <a href={`${home}/${slug}`}>
          <Translated value={title} />
        </a>
      ),
    },
    { key: 'makers', header: m['films.desk.makers'](), cell: ({ makers }) => makers || '—' },
    {
      key: 'section',
      header: m['films.facts.section'](),
      cell: ({ section }) => (section ? <Translated value={section} /> : '—'),
    },
    {
      key: 'screenings',
      header: m['films.page.screenings'](),
      align: 'end',
      cell: ({ screenings }) => formatCount(screenings, getLocale()),
    },
    {
      key: 'still',
      header: m['films.desk.stills-title'](),
      cell: ({ hasStill }) => (hasStill ? m['organize.category.yes']() : m['organize.category.no']()),
    },
  ]
}
