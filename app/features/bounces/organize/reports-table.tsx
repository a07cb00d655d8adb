import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { BounceVerdict } from '#app/shared/vocabulary.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { verdictNames, zone } from './bounce-labels.ts'
import { Words } from './suppressions-table.tsx'

type Report = {
  id: string
  recipient: string
  verdict: BounceVerdict
  words: string
  receivedAt: Date
  from: string
  subject: string
  mailId: string | null
  eventSlug: string | null
}

/** Reports that nobody understood, and those that prove nothing: shown, so that nothing happens unseen. */
export function UnprovenReports({ reports }: { reports: readonly Report[] }) {
  return (
    <section className="stack snug" aria-labelledby="reports">
      <h2 className="title-m" id="reports">
        {m['bounces.reports.title']()}
      </h2>
      <p className="measure soft">{m['bounces.reports.lead']()}</p>
      <DataTable
        caption={m['bounces.reports.title']()}
        captionHidden
        columns={columns()}
        rows={reports}
        rowKey={({ id }) => id}
      />
    </section>
  )
}

function columns(): Column<Report>[] {
  return [
    {
      key: 'about',
      header: m['bounces.reports.about'](),
      names: true,
      cell: ({ recipient, mailId, eventSlug }) =>
        mailId && eventSlug ? (
          <a href={`/organize/events/${eventSlug}/outbox/${mailId}`}>{recipient}</a>
        ) : (
          recipient || m['bounces.reports.nobody']()
        ),
    },
    {
      key: 'why',
      header: m['bounces.reports.kind'](),
      cell: ({ mailId }) => (mailId ? m['bounces.reports.unclear']() : m['bounces.reports.unproven']()),
    },
    {
      key: 'verdict',
      header: m['bounces.reports.verdict'](),
      cell: ({ verdict }) => verdictNames[verdict](),
    },
    {
      key: 'from',
      header: m['bounces.reports.from'](),
      cell: ({ from, subject }) =>
        from || subject ? (
          <div>
            {from}
            <div className="small faint">{subject}</div>
          </div>
        ) : (
          m['bounces.reports.while-sending']()
        ),
    },
    {
      key: 'received',
      header: m['bounces.reports.received'](),
      cell: ({ receivedAt }) => (
        <time className="figures" dateTime={receivedAt.toISOString()}>
          {formatDateTime(receivedAt, zone, getLocale())}
        </time>
      ),
    },
    { key: 'said', header: m['bounces.list.said'](), cell: ({ words }) => <Words words={words} /> },
  ]
}
