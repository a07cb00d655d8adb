import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InvitationRow } from '../domain/invitation-rows.ts'
import { InvitationMark, owedNames, wayNames } from '../invitation-labels.tsx'

type InvitationsTableProps = {
  rows: readonly InvitationRow[]
  /** The event's slug. */
  event: string
  timeZone: string
  now: Date
  maySend: boolean
}

/** A row for each person of each session: who, what, and what they answered; an invitation opens by its name. */
export function InvitationsTable({ rows, event, timeZone, now, maySend }: InvitationsTableProps) {
  const home = `/organize/events/${event}`
  return (
    <DataTable
      caption={m['invitations.list.title']()}
      captionHidden
      columns={columnsOf(home, timeZone, (row) => maySend && isDue(row, now))}
      rows={rows}
      rowKey={(row) => row.key}
    />
  )
}

type MayIssue = (row: InvitationRow) => boolean

function columnsOf(home: string, timeZone: string, mayIssue: MayIssue): Column<InvitationRow>[] {
  return [
    {
      key: 'person',
      header: m['invitations.list.person'](),
      names: true,
      cell: (row) => <PersonCell row={row} home={home} />,
    },
    {
      key: 'session',
      header: m['invitations.list.session'](),
      cell: (row) => (
        <div>
          <a className="quiet-link" href={`${home}/agenda/sessions/${row.sessionId}`}>
            <Translated value={row.title} as="span" />
          </a>
          <div className="small faint">
            <At date={row.startsAt} timeZone={timeZone} />
          </div>
        </div>
      ),
    },
    {
      key: 'state',
      header: m['invitations.list.state'](),
      cell: (row) => (
        <div>
          <InvitationMark state={row.state} />
          {row.owed === 'changed' && row.state !== 'held-back' && (
            <div className="small faint">{m['invitations.list.change-untold']()}</div>
          )}
        </div>
      ),
    },
    {
      key: 'when',
      header: m['invitations.list.when'](),
      cell: (row) => <WhenCell row={row} timeZone={timeZone} />,
    },
    {
      key: 'actions',
      header: m['invitations.list.actions'](),
      actions: true,
      cell: (row) => mayIssue(row) && <IssueForm row={row} address={`${home}/agenda/invitations/requests`} />,
    },
  ]
}

function PersonCell({ row, home }: { row: InvitationRow; home: string }) {
  return (
    <div>
      {row.invitationId ? (
        <a href={`${home}/agenda/invitations/${row.invitationId}`}>{row.name}</a>
      ) : (
        <a href={`${home}/people/${row.personId}`}>{row.name}</a>
      )}
      {!row.email && (
        <div className="small">
          <a href={`${home}/people/${row.personId}`}>{m['invitations.list.no-address']()}</a>
        </div>
      )}
    </div>
  )
}

function WhenCell({ row, timeZone }: { row: InvitationRow; timeZone: string }) {
  const when = row.answeredAt ?? row.issuedAt
  return (
    <div>
      {when && <At date={when} timeZone={timeZone} />}
      {row.way && <div className="small faint">{wayNames[row.way]()}</div>}
      {row.note && <div className="small">{row.note}</div>}
    </div>
  )
}

function At({ date, timeZone }: { date: Date; timeZone: string }) {
  return (
    <time className="figures" dateTime={date.toISOString()}>
      {formatDateTime(date, timeZone, getLocale())}
    </time>
  )
}

/** Whether an invitation, or the word that it is off, is still to go to somebody who can be reached. */
function isDue(row: InvitationRow, now: Date): boolean {
  return row.owed !== null && (!!row.email || row.owed === 'cancelled') && row.endsAt > now
}

function IssueForm({ row, address }: { row: InvitationRow; address: string }) {
  return (
    <form method="post" action={address}>
      <input type="hidden" name="personId" value={row.personId} />
      <input type="hidden" name="sessionId" value={row.sessionId} />
      <Button variant="quiet">
        {row.owed && owedNames[row.owed]()}
        <span className="visually-hidden">: {row.name}</span>
      </Button>
    </form>
  )
}
