import { registrationStateName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { StateFlow } from './domain/state-flow.ts'

const width = 320
const height = 190
const left = 10
const right = 128
/** Two states with few people still have room for their words. */
const leastRoom = 24

/** From everybody who asked to where they stand now: bands as wide as there are people in them. */
export function StateFlowPlot({ flow: { asked, shown, rest } }: { flow: StateFlow }) {
  const locale = getLocale()
  if (shown.length === 0) return <p className="soft measure">{m['figures.flow.too-few']()}</p>
  const rows = [
    ...shown.map(({ state, count }) => ({ key: state, name: registrationStateName(state), count })),
    ...(rest
      ? [{ key: 'rest', name: m['figures.rest.states']({ count: rest.states.length }), count: rest.count }]
      : []),
  ]
  const bands = bandsOf(
    rows.map(({ count }) => count),
    asked,
  )
  const tall = Math.max(height, ...bands.map(({ to, size }) => to + Math.max(size, leastRoom)))
  return (
    <figure className="plot plot-flow">
      <svg viewBox={`0 0 ${width} ${tall + 4}`} role="img" aria-label={m['figures.flow.title']()}>
        <rect className="plot-node" x={0} y={0} width={left} height={height} />
        {bands.map(({ from, to, size }, at) => (
          <g key={rows[at]?.key}>
            <path
              className="plot-band"
              d={`M${left} ${from}C${right / 2} ${from} ${right / 2} ${to} ${right} ${to}V${to + size}C${right / 2} ${to + size} ${right / 2} ${from + size} ${left} ${from + size}z`}
            />
            <rect className="plot-node" x={right} y={to} width={6} height={size} />
            <text x={right + 14} y={to + Math.max(size, leastRoom) / 2} dominantBaseline="central">
              {`${rows[at]?.name}: ${formatCount(rows[at]?.count ?? 0, locale)}`}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="small soft">
        {m['figures.flow.in-words']({ asked: formatCount(asked, locale) })}
      </figcaption>
      <details>
        <summary className="small">{m['figures.table']()}</summary>
        <DataTable
          caption={m['figures.flow.title']()}
          columns={[
            { key: 'state', header: m['figures.flow.state'](), names: true, cell: ({ name }) => name },
            {
              key: 'count',
              header: m['links.figure.registered'](),
              align: 'end',
              cell: ({ count }) => formatCount(count, locale),
            },
          ]}
          rows={[...rows, { key: 'all', name: m['links.figure.total'](), count: asked }]}
          rowKey={({ key }) => key}
        />
      </details>
    </figure>
  )
}

/** Where each band leaves the left, and where it arrives; those on the right stand apart. */
function bandsOf(counts: readonly number[], asked: number) {
  let from = 0
  let to = 0
  return counts.map((count) => {
    const size = Math.round((count / asked) * height * 100) / 100
    const band = { from, to, size }
    from += size
    to += Math.max(size, leastRoom) + 8
    return band
  })
}
