import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount, formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { zone } from './bounce-labels.ts'
import { Words } from './suppressions-table.tsx'

type Domain = { id: string; domain: string; since: Date; until: Date; words: string; waiting: number }
type PausedDomainsProps = { address: string; domains: readonly Domain[]; mayResume: boolean }

/** The domains that refuse us: what they say, how many mails wait for them, and a way on. */
export function PausedDomains({ address, domains, mayResume }: PausedDomainsProps) {
  return (
    <section className="stack snug" aria-labelledby="paused">
      <h2 className="title-m" id="paused">
        {m['bounces.domains.title']()}
      </h2>
      <Notice tone="warning">
        <p>{m['bounces.domains.lead']()}</p>
      </Notice>
      <DataTable
        caption={m['bounces.domains.title']()}
        captionHidden
        columns={[...columns(), ...(mayResume ? [resumeColumn(address)] : [])]}
        rows={domains}
        rowKey={({ id }) => id}
      />
    </section>
  )
}

function columns(): Column<Domain>[] {
  const locale = getLocale()
  const moment = (at: Date) => (
    <time className="figures" dateTime={at.toISOString()}>
      {formatDateTime(at, zone, locale)}
    </time>
  )
  return [
    {
      key: 'domain',
      header: m['bounces.domains.domain'](),
      names: true,
      cell: ({ domain }) => <span translate="no">{domain}</span>,
    },
    {
      key: 'waiting',
      header: m['bounces.domains.waiting'](),
      align: 'end',
      cell: ({ waiting }) => formatCount(waiting, locale),
    },
    { key: 'since', header: m['bounces.list.since'](), cell: ({ since }) => moment(since) },
    { key: 'again', header: m['bounces.domains.again'](), cell: ({ until }) => moment(until) },
    { key: 'said', header: m['bounces.list.said'](), cell: ({ words }) => <Words words={words} /> },
  ]
}

const resumeColumn = (address: string): Column<Domain> => ({
  key: 'resume',
  header: m['bounces.domains.actions'](),
  actions: true,
  cell: ({ id, domain }) => (
    <form method="post" action={`${address}/domains/${id}/resumption`}>
      <Button variant="quiet" aria-label={m['bounces.domains.resume-name']({ domain })}>
        {m['bounces.domains.resume']()}
      </Button>
    </form>
  ),
})
