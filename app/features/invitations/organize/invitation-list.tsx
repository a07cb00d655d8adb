import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { ownValue } from '#app/shared/own-value.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'
import { countStates, invitationStates } from '../domain/invitation-rows.ts'
import { getInvitationTable } from '../domain/invitation-table.server.ts'
import { stateNames } from '../invitation-labels.tsx'
import { filterQuery, matching, readFilter } from './invitation-filter.ts'
import { InvitationsTable } from './invitations-table.tsx'

export { keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

const pageSize = 100

const doneTexts: Record<string, () => string> = {
  asked: () => m['invitations.done.asked'](),
  changed: () => m['invitations.done.changed'](),
  cancelled: () => m['invitations.done.cancelled'](),
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['invitations.list.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const { rows, version } = await getInvitationTable(event.id)
  const asked = new URL(request.url).searchParams
  const filter = readFilter(asked)
  const found = rows.filter((row) => matching(row, filter))
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page'))) || 1), last)
  return data({
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    version,
    filter,
    page,
    last,
    ...countStates(rows),
    withoutAddress: rows.filter(({ email, owed }) => !email && owed && owed !== 'cancelled').length,
    done: asked.get('done'),
    timeZone: event.timeZone,
    now: ctx.now,
    isOff: event.cancelledAt !== null,
  })
}

export default function Invitations() {
  const frame = useEventFrame()
  const { rows, counts, answered, asked, filter, ...list } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/agenda`
  const address = `${home}/invitations`
  const said = ownValue(doneTexts, list.done)?.()
  const pageAt = (page: number) => `${address}?${filterQuery({ ...filter, page })}`
  return (
    <DeskPage title={m['invitations.list.title']()}>
      {said && (
        <Notice tone="success" live>
          {said}
        </Notice>
      )}
      {list.total === 0 ? (
        <EmptyState
          title={m['invitations.list.none']()}
          action={<ButtonLink href={`${home}/publication`}>{m['invitations.list.publish']()}</ButtonLink>}
        >
          {m['invitations.list.none-hint']()}
        </EmptyState>
      ) : (
        <>
          {asked > 0 && <Progress answered={answered} asked={asked} />}
          {list.withoutAddress > 0 && (
            <Notice tone="warning">
              {m['invitations.list.without-address']({ count: list.withoutAddress })}
            </Notice>
          )}
          <TabsNav
            label={m['invitations.list.filter']()}
            items={[null, ...invitationStates].map((state) => ({
              href: `${address}${state || filter.q ? `?${filterQuery({ q: filter.q, state })}` : ''}`,
              label: state ? stateNames[state]() : m['invitations.list.all'](),
              count: state ? counts[state] : list.total,
              current: state === filter.state,
            }))}
          />
          <SearchForm
            address={address}
            q={filter.q}
            label={m['invitations.list.search']()}
            kept={{ state: filter.state }}
          />
          {rows.length === 0 ? (
            <EmptyState
              title={m['invitations.list.no-match']()}
              action={<ButtonLink href={address}>{m['invitations.list.all']()}</ButtonLink>}
            >
              {m['invitations.list.no-match-hint']()}
            </EmptyState>
          ) : (
            <InvitationsTable
              rows={rows}
              event={frame.slug}
              timeZone={list.timeZone}
              now={list.now}
              maySend={!list.isOff}
            />
          )}
          <Pager
            previous={list.page > 1 ? pageAt(list.page - 1) : null}
            next={list.page < list.last ? pageAt(list.page + 1) : null}
          />
        </>
      )}
    </DeskPage>
  )
}

function Progress({ answered, asked }: { answered: number; asked: number }) {
  return (
    <div className="stack tight">
      <p className="lede">{m['invitations.list.answered']({ answered, asked })}</p>
      <progress
        value={answered}
        max={asked}
        aria-label={m['invitations.list.progress']()}
        style={{ accentColor: 'var(--accent)', width: 'min(100%, 24rem)' }}
      />
    </div>
  )
}
