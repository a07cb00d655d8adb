import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { bySource } from '../domain/source-figures.ts'
import { sourceNames } from '../source-names.ts'

type Sources = ReturnType<typeof bySource>
type Row = Omit<Sources['rows'][number], 'source'> & { source: Sources['rows'][number]['source'] | 'all' }

/** Where the registrations come from, a bar and its figures for each source, and what they add up to. */
export function SourceTable({ sources: { rows, total } }: { sources: Sources }) {
  const locale = getLocale()
  const columns: Column<Row>[] = [
    { key: 'source', header: m['links.form.source'](), names: true, cell: ({ source }) => nameOf(source) },
    {
      key: 'share',
      header: m['links.figure.share'](),
      cell: ({ source, registered }) =>
        source === 'all' ? null : <Bar share={registered / Math.max(1, total.registered)} />,
    },
    {
      key: 'people',
      header: m['links.figure.people'](),
      align: 'end',
      cell: ({ source, people }) => (source === null ? '—' : formatCount(people, locale)),
    },
    {
      key: 'registered',
      header: m['links.figure.registered'](),
      align: 'end',
      cell: ({ registered }) => formatCount(registered, locale),
    },
    ...(total.joined > 0
      ? [
          {
            key: 'joined',
            header: m['links.figure.joined'](),
            align: 'end' as const,
            cell: ({ source, joined }: Row) => (source === null ? '—' : formatCount(joined, locale)),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={m['links.desk.by-source']()}
      columns={columns}
      rows={[...rows, { source: 'all' as const, ...total }]}
      rowKey={({ source }) => source ?? 'none'}
    />
  )
}

function nameOf(source: Row['source']): string {
  if (source === null) return m['links.source.none']()
  return source === 'all' ? m['links.figure.total']() : sourceNames[source]()
}

/** The share once more, for the eye: the figures stand beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={8} fill="var(--rule)" />
      <rect width={share * 100} height={8} fill="var(--accent)" />
    </svg>
  )
}
