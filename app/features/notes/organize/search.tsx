import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { PersonPicker, PickerScript } from '#app/organize/person-picker.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { noteKinds } from '#app/shared/vocabulary.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { getSearchChoices, searchNotes } from '../domain/search-notes.server.ts'
import styles from './desk/notes.css?url'
import { FoundNotes } from './found-notes.tsx'
import { kindOptions } from './note/note-fields.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta = () => [{ title: m['notes.search.title']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const choices = await getSearchChoices(ctx)
  const asked = new URL(request.url).searchParams
  const filter = {
    q: (asked.get('q') ?? '').slice(0, 200),
    kind: noteKinds.find((one) => one === asked.get('kind')) ?? null,
    event: choices.events.find((one) => one.slug === asked.get('event'))?.slug ?? null,
    personId: choices.people.find((one) => one.id === asked.get('person'))?.id ?? null,
  }
  const eventId = choices.events.find((one) => one.slug === filter.event)?.id ?? null
  const page = Number.parseInt(asked.get('page') ?? '', 10) || 1
  const found = await searchNotes(ctx, { ...filter, eventId }, page)
  return { choices, filter, found }
}

type Filter = Awaited<ReturnType<typeof loader>>['filter']

/** The notes of all events that the reader's organizations host. */
export default function SearchNotes() {
  const { choices, filter, found } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(filter).some(Boolean)
  const pageAt = (page: number) =>
    page < 1 || page > found.last ? null : `/organize/notes?${queryOf(filter, page)}`
  return (
    <DeskPage title={m['notes.search.title']()}>
      <SearchForm
        address="/organize/notes"
        q={filter.q}
        label={m['notes.search.words']()}
        isFiltered={isFiltered}
      >
        <SelectField
          name="kind"
          label={m['notes.form.kind']()}
          placeholder={m['notes.search.all-kinds']()}
          options={kindOptions()}
          defaultValue={filter.kind ?? ''}
        />
        <SelectField
          name="event"
          label={m['notes.search.event']()}
          placeholder={m['notes.search.all-events']()}
          options={choices.events.map(({ slug, title }) => ({
            value: slug,
            label: textIn(title, getLocale()),
          }))}
          defaultValue={filter.event ?? ''}
        />
        <PersonPicker>
          <SelectField
            name="person"
            label={m['notes.search.person']()}
            placeholder={m['notes.search.anybody']()}
            options={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={filter.personId ?? ''}
          />
        </PersonPicker>
      </SearchForm>
      <PickerScript />
      {found.notes.length > 0 ? (
        <>
          <FoundNotes notes={found.notes} />
          <Pager previous={pageAt(found.page - 1)} next={pageAt(found.page + 1)}>
            {m['notes.search.found']({ total: formatCount(found.total, getLocale()) })}
          </Pager>
        </>
      ) : (
        <EmptyState title={m['notes.search.none']()}>
          <p>{m['notes.search.none-hint']()}</p>
        </EmptyState>
      )}
    </DeskPage>
  )
}

function queryOf({ q, kind, event, personId }: Filter, page: number): URLSearchParams {
  return new URLSearchParams({
    ...(q && { q }),
    ...(kind && { kind }),
    ...(event && { event }),
    ...(personId && { person: personId }),
    page: String(page),
  })
}
