import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount, formatDays } from '#app/shared/time/format.ts'

type Day = { day: string; arrivals: number }
const width = 640
const height = 120
/** So that the first days are bars, not walls. */
const leastDays = 30

/** Registrations a day as bars, drawn on the server; the same figures follow as words and as a table. */
export function ArrivalsChart({ days }: { days: readonly Day[] }) {
  if (days.length === 0) return <p className="soft">{m['organize.overview.no-arrivals']()}</p>
  const shown = everyDay(days).slice(-90)
  const most = Math.max(...shown.map(({ arrivals }) => arrivals))
  const step = width / Math.max(shown.length, leastDays)
  const total = shown.reduce((sum, { arrivals }) => sum + arrivals, 0)
  const locale = getLocale()
  const name = (day: string) =>
    formatDays(new Date(`${day}T12:00Z`), new Date(`${day}T12:00Z`), 'UTC', locale)
  const summary = m['organize.overview.arrivals-in-words']({
    total: formatCount(total, locale),
    days: shown.length,
    most: formatCount(most, locale),
  })
  return (
    <figure className="stack tight measure">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={summary}
        style={{ width: '100%', height: 'auto' }}
      >
        <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--rule-strong)" />
        {shown.map(({ day, arrivals }, at) => (
          <rect
            key={day}
            x={at * step + Math.min(step * 0.15, 2)}
            y={height - (arrivals / most) * (height - 8)}
            width={Math.max(step - Math.min(step * 0.3, 4), 1)}
            height={(arrivals / most) * (height - 8)}
            fill="var(--accent)"
          >
            <title>{`${name(day)}: ${formatCount(arrivals, locale)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="small soft">{summary}</figcaption>
      <details>
        <summary className="small">{m['organize.overview.as-table']()}</summary>
        <ul className="small figures">
          {days.toReversed().map(({ day, arrivals }) => (
            <li key={day}>{`${name(day)}: ${formatCount(arrivals, locale)}`}</li>
          ))}
        </ul>
      </details>
    </figure>
  )
}

/** Days without registrations have their place too. */
function everyDay(days: readonly Day[]): Day[] {
  const counted = new Map(days.map(({ day, arrivals }) => [day, arrivals]))
  const all: Day[] = []
  const last = days.at(-1)?.day ?? ''
  for (let at = new Date(`${days[0]?.day}T00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10)
    all.push({ day, arrivals: counted.get(day) ?? 0 })
    if (day >= last || all.length > 1000) return all
  }
}
