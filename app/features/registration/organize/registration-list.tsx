import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findUndelivered } from '#app/features/bounces/domain/find-undelivered.server.ts'
import { answerChoices } from '#app/features/questions/answer-choices.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { listGuestTags } from '../domain/guests/guests.server.ts'
import { listRegistrations } from '../domain/list/registrations.server.ts'
import { listGuestViews } from '../domain/views/guest-views.server.ts'
import { stateWord } from '../registration-labels.ts'
import { backQuery, placeIn } from './list-place.ts'
import { ListToolbar } from './list-toolbar.tsx'
import {
  countOf,
  filterOf,
  filterQuery,
  isNarrowed,
  type ListFilter,
  totalOf,
} from './registration-filter.ts'
import { RegistrationsTable } from './registrations-table.tsx'
import { SelectionTools } from './selection/selection-tools.tsx'
import { GuestViews } from './views/saved-views.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['registration.list.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.read')
  const categories = await categoriesOf(event)
  const asked = new URL(request.url).searchParams
  const filter = filterOf(asked, categories)
  const { rows, previous, next } = await listRegistrations(ctx, event.id, {
    ...filter,
    cursor: asked.get('cursor'),
  })
  const undelivered = await findUndelivered(rows.map(({ email }) => email))
  return {
    filter,
    query: backQuery(placeIn(asked)),
    rows: rows.map(({ arrival: _, ...row }) => ({ ...row, isUndelivered: undelivered.has(row.email) })),
    previous,
    next,
    total: totalOf(categories, filter),
    typed: asked.get('tags') ?? '',
    tags: await listGuestTags(event.id),
    views: await listGuestViews(ctx, event.id),
    counts: Object.fromEntries(
      registrationStates.map((state) => [state, countOf(categories, [state], filter.category)]),
    ),
    categories: categories.map(({ id, code, name }) => ({ id, code, name })),
    timeZone: event.timeZone,
    answers: event.may('registrations.manage')
      ? answerChoices(await listQuestions(event.id), ctx.locale)
      : [],
    mayManage: event.may('registrations.manage'),
  }
}

export default function Registrations() {
  const frame = useEventFrame()
  const {
    filter,
    query: back,
    rows,
    previous,
    next,
    total,
    typed,
    tags,
    views,
    counts,
    categories,
    timeZone,
    answers,
    mayManage,
  } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/registrations`
  const query = filterQuery(filter)
  const add = (
    <>
      <ButtonLink href={`${address}/new`}>{m['registration.list.add']()}</ButtonLink>
      <ButtonLink href={`${address}/import`} variant="quiet">
        {m['registration.import.title']()}
      </ButtonLink>
    </>
  )
  const pageAt = (cursor: string | null) => cursor && `${address}${filterQuery(filter, cursor)}`
  return (
    <DeskPage title={m['registration.list.title']()} actions={mayManage && add}>
      <StateTabs address={address} filter={filter} counts={counts} />
      <ListToolbar address={address} filter={filter} categories={categories} tags={tags} answers={answers} />
      <GuestViews address={address} views={views} query={query.slice(1)} mayManage={mayManage} />
      {rows.length === 0 ? (
        <NothingHere isFiltered={isNarrowed(filter)} add={mayManage && add} />
      ) : (
        <>
          <Choosing address={mayManage ? `${address}/selection/approval` : null}>
            {mayManage && (
              <SelectionTools
                address={address}
                filter={filter}
                categories={categories}
                total={total}
                typed={typed}
              />
            )}
            <RegistrationsTable
              isChoosing={mayManage}
              rows={rows}
              address={address}
              query={back}
              categories={new Map(categories.map(({ id, name }) => [id, name]))}
              timeZone={timeZone}
              filter={filter}
            />
          </Choosing>
          <Pager previous={pageAt(previous)} next={pageAt(next)}>
            {total !== null &&
              m['registration.list.total']({ count: total, total: formatCount(total, getLocale()) })}
          </Pager>
        </>
      )}
      {mayManage && rows.length > 0 && <Downloads address={address} query={query} />}
    </DeskPage>
  )
}

type StateTabsProps = { address: string; filter: ListFilter; counts: Record<string, number> }

/** The states that somebody is in, each with how many: one press narrows the list. */
function StateTabs({ address, filter, counts }: StateTabsProps) {
  const shown = registrationStates.filter((state) => counts[state] || filter.state === state)
  return (
    <TabsNav
      label={m['registration.list.state']()}
      items={[undefined, ...shown].map((state) => ({
        href: `${address}${filterQuery({ ...filter, state })}`,
        label: state ? stateWord(state) : m['registration.list.all'](),
        count: state && counts[state],
        current: filter.state === state,
      }))}
    />
  )
}

function Downloads({ address, query }: { address: string; query: string }) {
  return (
    <p className="cluster">
      <ButtonLink variant="quiet" href={`${address}.csv${query}`}>
        {m['registration.list.csv']()}
      </ButtonLink>
      <ButtonLink variant="quiet" href={`${address}.xlsx${query}`}>
        {m['registration.list.xlsx']()}
      </ButtonLink>
      <ButtonLink variant="quiet" href={`${address}/print${query}`}>
        {m['registration.print.title']()}
      </ButtonLink>
    </p>
  )
}

/** The form of those who may choose rows; for others the table stands by itself. */
/** What is ticked goes where the pressed button says; Enter goes where the first one does. */
function Choosing({ address, children }: { address: string | null; children: ReactNode }) {
  if (!address) return children
  return (
    <form method="post" action={address} className="stack snug" data-unkept>
      {children}
    </form>
  )
}

function NothingHere({ isFiltered, add }: { isFiltered: boolean; add: ReactNode }) {
  if (isFiltered) {
    return (
      <EmptyState title={m['registration.list.none-found']()}>
        <p>{m['registration.list.none-found-hint']()}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={m['registration.list.empty']()} action={add}>
      <p>
        {m['registration.list.empty-hint']()}
        {add && ` ${m['registration.list.empty-add']()}`}
      </p>
    </EmptyState>
  )
}
