import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { Grown, Steps } from './domain/over-time.ts'
import { stepName } from './growth-plot.tsx'

type Props = { caption: string; steps: Steps; lines: readonly { name: string; values: Grown }[] }
type Row = { end: number; at: number }

/** The figures that the plots above are drawn from, one row a step, the latest first. */
export function GrowthTable({ caption, steps, lines }: Props) {
  const locale = getLocale()
  const columns: Column<Row>[] = [
    { key: 'step', header: m['figures.step.header'](), names: true, cell: ({ end }) => stepName(end) },
    ...lines.map(({ name, values }, n) => ({
      key: String(n),
      header: name,
      align: 'end' as const,
      cell: ({ at }: Row) => {
        const value = values[at]
        return value === null || value === undefined ? '–' : formatCount(value, locale)
      },
    })),
  ]
  const rows = steps.ends.map((end, at) => ({ end, at })).reverse()
  return (
    <details>
      <summary className="small">{m['figures.table']()}</summary>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ end }) => String(end)} />
    </details>
  )
}
