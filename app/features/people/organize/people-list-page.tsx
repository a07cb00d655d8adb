import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { listPeople, peopleShown } from '../domain/people.server.ts'
import { PeopleTable } from './people-table.tsx'
import { PeopleTabs } from './people-tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['people.list.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.read')
  const asked = new URL(request.url).searchParams
  const filter = {
    q: (asked.get('q') ?? '').slice(0, 200),
    show: peopleShown.find((one) => one === asked.get('show')) ?? null,
  }
  const page = Number.parseInt(asked.get('page') ?? '', 10) || 1
  const list = await listPeople(ctx, event.id, { ...filter, page })
  return { filter, list, mayEdit: event.may('people.edit') }
}

export default function People() {
  const frame = useEventFrame()
  const { filter, list, mayEdit } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/people`
  const isFiltered = filter.q !== '' || filter.show !== null
  const pageAt = (page: number) => {
    if (page < 1 || page > list.last) return null
    const query = { ...(filter.q && { q: filter.q }), ...(filter.show && { show: filter.show }) }
    return `${address}?${new URLSearchParams({ ...query, page: String(page) })}`
  }
  const add = mayEdit && <ButtonLink href={`${address}/new`}>{m['people.list.add']()}</ButtonLink>
  return (
    <DeskPage title={m['people.list.title']()} actions={add}>
      <PeopleTabs event={frame.slug} current="list" mayEdit={mayEdit} />
      <Toolbar address={address} filter={filter} isFiltered={isFiltered} />
      {list.rows.length > 0 ? (
        <>
          <PeopleTable rows={list.rows} address={address} />
          <Pager previous={pageAt(list.page - 1)} next={pageAt(list.page + 1)}>
            {m['people.list.total']({ count: list.total, total: formatCount(list.total, getLocale()) })}
          </Pager>
        </>
      ) : isFiltered ? (
        <EmptyState title={m['people.list.none-found']()}>
          <p>{m['people.list.none-found-hint']()}</p>
        </EmptyState>
      ) : (
        <EmptyState title={m['people.list.empty']()} action={add}>
          {mayEdit && <p>{m['people.list.empty-hint']()}</p>}
        </EmptyState>
      )}
    </DeskPage>
  )
}

const shownTexts = {
  speaking: m['people.list.show-speaking'],
  'speaking-no-address': m['people.list.show-speaking-no-address'],
  'no-address': m['people.list.show-no-address'],
  'no-portrait': m['people.list.show-no-portrait'],
}

type ToolbarProps = {
  address: string
  filter: { q: string; show: keyof typeof shownTexts | null }
  isFiltered: boolean
}

function Toolbar({ address, filter, isFiltered }: ToolbarProps) {
  return (
    <SearchForm address={address} q={filter.q} label={m['people.list.search']()} isFiltered={isFiltered}>
      <SelectField
        name="show"
        label={m['people.list.show']()}
        placeholder={m['people.list.show-all']()}
        defaultValue={filter.show ?? ''}
        options={Object.entries(shownTexts).map(([value, word]) => ({ value, label: word() }))}
      />
    </SearchForm>
  )
}
