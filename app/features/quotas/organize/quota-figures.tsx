import type { SerializeFrom } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Quota } from '../domain/quotas.server.ts'

type Row = SerializeFrom<Quota>
type Figure = 'reserved' | 'invited' | 'accepted' | 'declined' | 'released'
type QuotaFiguresProps = {
  quotas: Row[]
  timeZone: string
  startsAt: string | Date
  slug: string
  /** The hosts whose guests the reader may see. */
  own: string[]
  /** Where they are set, for who may. */
  setting: string | null
}

/** Each host's places by category; whose guests they are stands nowhere here. */
export function QuotaFigures({ quotas, timeZone, startsAt, slug, own, setting }: QuotaFiguresProps) {
  const locale = getLocale()
  const figure = (key: Figure, header: string): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: (row) => row[key],
  })
  const at = (when: string | Date) => formatDateTime(new Date(when), timeZone, locale)
  const columns: Column<Row>[] = [
    {
      key: 'host',
      header: m['quotas.host'](),
      names: true,
      cell: (row) =>
        own.includes(row.organizationId) ? (
          <a href={`/organize/events/${slug}/quotas/${row.id}`}>
            <Translated value={row.organization} />
          </a>
        ) : (
          <Translated value={row.organization} />
        ),
    },
    { key: 'category', header: m['quotas.category'](), cell: (row) => <Translated value={row.category} /> },
    figure('reserved', m['quotas.reserved']()),
    figure('invited', m['quotas.invited']()),
    figure('accepted', m['quotas.accepted']()),
    figure('declined', m['quotas.declined']()),
    figure('released', m['quotas.released']()),
    {
      key: 'releases',
      header: m['quotas.releases'](),
      cell: (row) =>
        row.releasedAt
          ? m['quotas.released-at']({ when: at(row.releasedAt) })
          : at(row.releasesAt ?? startsAt),
    },
  ]
  const change: Column<Row> = {
    key: 'change',
    header: m['quotas.change'](),
    actions: true,
    cell: (row) =>
      !row.releasedAt && (
        <a
          href={`${setting}?quota=${row.id}`}
          aria-label={m['quotas.change-of']({
            host: textIn(row.organization, locale),
            category: textIn(row.category, locale),
          })}
        >
          {m['quotas.change']()}
        </a>
      ),
  }
  return (
    <DataTable
      caption={m['quotas.caption']()}
      captionHidden
      columns={setting ? [...columns, change] : columns}
      rows={quotas}
      rowKey={(row) => row.id}
    />
  )
}
