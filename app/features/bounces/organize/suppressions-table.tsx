import { kindNames } from '#app/organize/mail-labels.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ShownSuppression } from '../domain/suppressions.server.ts'
import { causeNames, causeTones, scopeNames, zone } from './bounce-labels.ts'

type TableProps = { address: string; rows: readonly ShownSuppression[] }

/** The addresses that are not written to, each with the mail that caused it. */
export function SuppressionsTable({ address, rows }: TableProps) {
  return (
    <DataTable
      caption={m['bounces.list.title']()}
      captionHidden
      columns={[...commonColumns(address), mailColumn(), saidColumn()]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

/** The addresses that somebody had us write to again. */
export function LiftedTable({ address, rows }: TableProps) {
  const [name, why] = commonColumns(address)
  const columns: Column<ShownSuppression>[] = [
    ...[name, why].filter((column) => column !== undefined),
    { key: 'reason', header: m['bounces.list.reason'](), cell: ({ liftedReason }) => liftedReason },
    { key: 'by', header: m['bounces.list.lifted-by'](), cell: ({ liftedBy }) => liftedBy },
  ]
  return (
    <details>
      <summary>{m['bounces.list.lifted']()}</summary>
      <DataTable
        caption={m['bounces.list.lifted']()}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </details>
  )
}

function commonColumns(address: string): Column<ShownSuppression>[] {
  return [
    {
      key: 'address',
      header: m['bounces.list.address'](),
      names: true,
      cell: ({ id, email }) => (
        <a href={`${address}/${id}`} translate="no">
          {email}
        </a>
      ),
    },
    {
      key: 'why',
      header: m['bounces.list.why'](),
      cell: ({ cause, scope }) => (
        <div>
          <StateMark tone={causeTones[cause]}>{causeNames[cause]()}</StateMark>
          <div className="small faint">{scopeNames[scope]()}</div>
        </div>
      ),
    },
    {
      key: 'since',
      header: m['bounces.list.since'](),
      cell: ({ createdAt }) => (
        <time className="figures" dateTime={createdAt.toISOString()}>
          {formatDay(createdAt, zone, getLocale())}
        </time>
      ),
    },
  ]
}

const mailColumn = (): Column<ShownSuppression> => ({
  key: 'mail',
  header: m['bounces.list.mail'](),
  cell: (row) => <CausingMail suppression={row} />,
})

const saidColumn = (): Column<ShownSuppression> => ({
  key: 'said',
  header: m['bounces.list.said'](),
  cell: ({ words }) => <Words words={words} />,
})

/** The mail that caused it, in the outbox of its event. */
export function CausingMail({ suppression: { mail, isOthers } }: { suppression: ShownSuppression }) {
  if (!mail) return <span className="soft">{isOthers ? others() : m['bounces.list.gone-mail']()}</span>
  const { id, kind, subject, eventSlug, eventTitle } = mail
  const name = subject ?? kindNames[kind]()
  return (
    <div>
      {eventSlug ? <a href={`/organize/events/${eventSlug}/outbox/${id}`}>{name}</a> : name}
      {eventTitle && (
        <div className="small faint">
          <Translated value={eventTitle} />
        </div>
      )}
    </div>
  )
}

const others = () => m['bounces.list.others-mail']()

/** What another host said, as it said it. */
export function Words({ words }: { words: string }) {
  return words ? (
    <span className="small written mail-address" translate="no">
      {words}
    </span>
  ) : null
}
