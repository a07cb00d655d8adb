/** A number that stands from its day on, until the next one. */
export type PlotPoint = { at: number; value: number }

type TimePlotProps = {
  /** What the drawing shows, in words. */
  words: string
  points: readonly PlotPoint[]
  most: string
  first: string
  last: string
}

const width = 100
const height = 40

/**
 * How a number grew over time, as steps. The drawing has no words in it: it stretches to any width, and what stands around
 * it is read at every size.
 */
export function TimePlot({ words, points, most, first, last }: TimePlotProps) {
  return (
    <figure className="time-plot">
      <figcaption className="small">{words}</figcaption>
      <p className="time-plot-axis figures">{most}</p>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <path d={stepPath(points)} />
      </svg>
      <p className="time-plot-axis figures">
        <span>{first}</span>
        {last !== first && <span>{last}</span>}
      </p>
    </figure>
  )
}

/** From value to value, straight on until the day of the next. */
export function stepPath(points: readonly PlotPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const most = Math.max(1, ...points.map(({ value }) => value))
  const span = Math.max(1, last.at - first.at)
  const x = (at: number) => round(((at - first.at) / span) * width)
  const y = (value: number) => round(height - (Math.max(0, value) / most) * (height - 1))
  if (points.length === 1) return `M0 ${y(first.value)}H${width}`
  const steps = points.slice(1).map(({ at, value }) => `H${x(at)}V${y(value)}`)
  return `M0 ${y(first.value)}${steps.join('')}`
}

const round = (value: number) => Math.round(value * 100) / 100
