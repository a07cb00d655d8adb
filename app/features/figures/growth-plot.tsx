import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Grown, newInSteps, type Steps } from './domain/over-time.ts'

/** What a day before or after the start is called. */
export function stepName(end: number): string {
  if (end === 0) return m['figures.step.start']()
  return end < 0 ? m['figures.step.before']({ days: -end }) : m['figures.step.after']({ days: end })
}

export const lastOf = (values: Grown): number => values.reduce<number>((last, value) => value ?? last, 0)

type Props = { name: string; steps: Steps; own: Grown; earlier: Grown | null; hasBars?: boolean }

const width = 100
const height = 40

/**
 * How one group grew, a line over the days before the start; dashed the same group at the earlier event. The drawing has
 * no words in it: it stretches to any width, and what stands around it is read at every size.
 */
export function GrowthPlot({ name, steps, own, earlier, hasBars = false }: Props) {
  const locale = getLocale()
  const most = Math.max(1, ...own.map((value) => value ?? 0), ...(earlier ?? []).map((value) => value ?? 0))
  const figure = formatCount(lastOf(own), locale)
  const words = earlier
    ? m['figures.growth.beside-in-words']({ name, figure, earlier: formatCount(lastOf(earlier), locale) })
    : m['figures.growth.in-words']({ name, figure })
  const [first = 0, last = 0] = [steps.ends[0], steps.ends.at(-1)]
  return (
    <figure className="plot">
      <figcaption>{words}</figcaption>
      <p className="plot-axis">{formatCount(most, locale)}</p>
      <svg
        className={hasBars ? 'plot-lines plot-lines-large' : 'plot-lines'}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {earlier && <path className="plot-line plot-line-earlier" d={linePath(earlier, most)} />}
        <path className="plot-line" d={linePath(own, most)} />
      </svg>
      {hasBars && <Bars values={newInSteps(own)} />}
      <p className="plot-axis">
        <span>{stepName(first)}</span>
        {last !== first && <span>{stepName(last)}</span>}
      </p>
    </figure>
  )
}

/** From point to point; a single one is a line across. */
function linePath(values: Grown, most: number): string {
  const known = values.filter((value) => value !== null)
  const y = (value: number) => round(height - (value / most) * (height - 1))
  if (known.length === 1) return `M0 ${y(known[0] ?? 0)}H${width}`
  const step = width / (values.length - 1)
  return known.map((value, at) => `${at === 0 ? 'M' : 'L'}${round(at * step)} ${y(value)}`).join('')
}

/** How many came in each step, under the line of their sum. */
function Bars({ values }: { values: Grown }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const step = width / values.length
  const bar = (value: number, at: number) => {
    const [x, tall] = [round(at * step + step * 0.15), round((value / most) * height)]
    return value > 0 ? `M${x} ${height}V${round(height - tall)}h${round(step * 0.7)}V${height}z` : ''
  }
  return (
    <svg
      className="plot-bars"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={values.map((value, at) => bar(value ?? 0, at)).join('')} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 100) / 100
