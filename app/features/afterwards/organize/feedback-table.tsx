import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { FeedbackFigures } from '../domain/feedback-figures.ts'
import { satisfactionWord } from '../satisfaction-labels.ts'

type Level = FeedbackFigures['levels'][number]

/** How satisfied those were who answered: a bar and its figures for each level. */
export function FeedbackTable({ levels }: Pick<FeedbackFigures, 'levels'>) {
  const locale = getLocale()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const columns: Column<Level>[] = [
    {
      key: 'level',
      header: m['afterwards.desk.level'](),
      names: true,
      cell: ({ level }) => `${level} · ${satisfactionWord(level)}`,
    },
    {
      key: 'bar',
      header: m['afterwards.desk.bar'](),
      cell: ({ share }) => <Bar share={share} />,
    },
    {
      key: 'count',
      header: m['afterwards.desk.count'](),
      align: 'end',
      cell: ({ count }) => formatCount(count, locale),
    },
    {
      key: 'share',
      header: m['afterwards.desk.share'](),
      align: 'end',
      cell: ({ share }) => percent.format(share),
    },
  ]
  return (
    <DataTable
      caption={m['afterwards.desk.distribution']()}
      columns={columns}
      rows={levels}
      rowKey={({ level }) => String(level)}
    />
  )
}

/** The share once more, for the eye: the figures stand beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={8} fill="var(--rule)" />
      <rect width={share * 100} height={8} fill="var(--accent)" />
    </svg>
  )
}
