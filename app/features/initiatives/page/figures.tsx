import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Figure } from '../domain/parts/initiative-parts.server.ts'
import { dayText, monthText } from './day-text.ts'
import { type PlotPoint, TimePlot } from './time-plot.tsx'

type FiguresProps = { figures: readonly Figure[]; registrations: readonly { month: string; count: number }[] }

/** Numbers over time: those that the organizers follow, with who said so, and the registrations that came of it. */
export function Figures({ figures, registrations }: FiguresProps) {
  const told = figures.filter(({ points }) => points.length > 0)
  if (told.length + registrations.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="figures">
      <h2 id="figures">{m['initiatives.page.figures']()}</h2>
      <div className="stack loose">
        {told.map((one) => (
          <OneFigure key={one.id} {...one} />
        ))}
        {registrations.length > 0 && <Registrations months={registrations} />}
      </div>
    </section>
  )
}

type Point = Figure['points'][number]

function OneFigure({ name, points }: Figure) {
  const locale = getLocale()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const count = (value: number) => formatCount(value, locale)
  const columns: Column<Point>[] = [
    { key: 'on', header: m['initiatives.figure.day'](), names: true, cell: ({ on }) => dayText(on, locale) },
    {
      key: 'value',
      header: m['initiatives.figure.value'](),
      align: 'end',
      cell: ({ value }) => count(value),
    },
    {
      key: 'source',
      header: m['initiatives.figure.source'](),
      cell: ({ source }) => <Translated value={source} />,
    },
  ]
  const words = m['initiatives.figure.in-words']({
    name: textIn(name, locale),
    value: count(last.value),
    day: dayText(last.on, locale),
  })
  return (
    <div className="stack tight measure">
      <h3 className="title-s">
        <Translated value={name} />
      </h3>
      {points.length > 1 ? (
        <TimePlot
          words={words}
          points={points.map(({ on, value }) => ({ at: Date.parse(on), value }))}
          most={count(Math.max(...points.map(({ value }) => value)))}
          first={dayText(first.on, locale)}
          last={dayText(last.on, locale)}
        />
      ) : (
        <p className="figure-alone figures">{count(last.value)}</p>
      )}
      <DataTable
        caption={textIn(name, locale)}
        captionHidden
        columns={columns}
        rows={[...points].reverse()}
        rowKey={({ on }) => on}
      />
    </div>
  )
}

type Month = { month: string; count: number; total: number }

function Registrations({ months }: { months: readonly { month: string; count: number }[] }) {
  const locale = getLocale()
  const rows = grown(months)
  const last = rows.at(-1)
  const words = m['initiatives.figure.registrations-in-words']({
    count: formatCount(last?.total ?? 0, locale),
  })
  const columns: Column<Month>[] = [
    {
      key: 'month',
      header: m['initiatives.figure.month'](),
      names: true,
      cell: ({ month }) => monthText(month),
    },
    {
      key: 'new',
      header: m['initiatives.figure.new'](),
      align: 'end',
      cell: ({ count }) => formatCount(count, locale),
    },
    {
      key: 'total',
      header: m['initiatives.figure.total'](),
      align: 'end',
      cell: ({ total }) => formatCount(total, locale),
    },
  ]
  const at = (month: string) => Date.parse(`${month}-01`)
  const points: PlotPoint[] = rows.map(({ month, total }) => ({ at: at(month), value: total }))
  return (
    <div className="stack tight measure">
      <h3 className="title-s">{m['initiatives.figure.registrations']()}</h3>
      {points.length > 1 ? (
        <TimePlot
          words={words}
          points={points}
          most={formatCount(last?.total ?? 0, locale)}
          first={monthText(rows[0]?.month ?? '')}
          last={monthText(last?.month ?? '')}
        />
      ) : (
        <p>{words}</p>
      )}
      <details>
        <summary className="small">{m['figures.table']()}</summary>
        <DataTable
          caption={m['initiatives.figure.registrations']()}
          columns={columns}
          rows={[...rows].reverse()}
          rowKey={({ month }) => month}
        />
      </details>
    </div>
  )
}

/** Each month with the sum up to its end. */
export function grown(months: readonly { month: string; count: number }[]): Month[] {
  let total = 0
  return months.map(({ month, count }) => {
    total += count
    return { month, count, total }
  })
}
