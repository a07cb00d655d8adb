import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { groupName } from '../announcement-labels.ts'
import { listAnnouncements } from '../domain/announcements.server.ts'
import { LedgerLine } from './announcement-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['announcements.list.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const announcements = await listAnnouncements(ctx, event.id)
  return data({
    rows: announcements.map(({ id, subject, audience, isPublic, sentAt, ledger }) => ({
      id,
      subject,
      groups: audience.groups,
      isPublic,
      sentAt,
      ledger,
    })),
    timeZone: event.timeZone,
  })
}

/** What was written to the people of the event, and what is being written. */
export default function AnnouncementList() {
  const frame = useEventFrame()
  const { rows, timeZone } = useLoaderData<typeof loader>()
  const address = `/organize/events/${frame.slug}/announcements`
  const write = <ButtonLink href={`${address}/new`}>{m['announcements.list.write']()}</ButtonLink>
  return (
    <DeskPage title={m['announcements.list.title']()} actions={rows.length > 0 && write}>
      <p className="measure soft">{m['announcements.list.lead']()}</p>
      {rows.length === 0 ? (
        <EmptyState title={m['announcements.list.empty']()} action={write}>
          <p>{m['announcements.list.empty-hint']()}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={m['announcements.list.title']()}
          captionHidden
          columns={columns(address, timeZone)}
          rows={rows}
          rowKey={({ id }) => id}
          rowId={({ id }) => `announcement-${id}`}
        />
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(address: string, timeZone: string): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'subject',
      header: m['announcements.list.subject'](),
      names: true,
      cell: ({ id, subject }) => (
        <a href={`${address}/${id}`}>{textIn(subject, locale) || m['announcements.list.untitled']()}</a>
      ),
    },
    {
      key: 'for',
      header: m['announcements.list.for'](),
      cell: ({ groups }) => groups.map(groupName).join(', '),
    },
    {
      key: 'state',
      header: m['announcements.list.state'](),
      cell: ({ sentAt, isPublic }) => (
        <span className="cluster">
          {sentAt ? (
            <StateMark tone="good">
              {m['announcements.list.sent']()} {formatDateTime(sentAt, timeZone, locale)}
            </StateMark>
          ) : (
            <StateMark tone="calm">{m['announcements.list.draft']()}</StateMark>
          )}
          {sentAt && isPublic && <Badge>{m['announcements.list.public']()}</Badge>}
        </span>
      ),
    },
    {
      key: 'result',
      header: m['announcements.list.result'](),
      cell: ({ sentAt, ledger }) => sentAt && <LedgerLine ledger={ledger} />,
    },
  ]
}
