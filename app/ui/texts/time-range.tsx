import { getLocale } from '#app/paraglide/runtime.js'
import { formatRange, formatTimes, zoneCity } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'

type TimeRangeProps = {
  start: Date | string
  end: Date | string
  zone: string
  /** The city people know: "Boston" for America/New_York. */
  place?: string | undefined
  /** Times only, where the day is written above; the place stands behind them when given. */
  timesOnly?: boolean
  /** Leaves out the reader's own time, where it is said once for a whole list. */
  withoutReader?: boolean
}

/** When something is, on the event's clock; reader.js adds the reader's own clock below when it differs. */
export function TimeRange({
  start,
  end,
  zone,
  place,
  timesOnly = false,
  withoutReader = false,
}: TimeRangeProps) {
  const from = new Date(start)
  const to = new Date(end)
  const locale = getLocale()
  const reader = withoutReader
    ? {}
    : {
        'data-reader': timesOnly ? 'times' : 'day',
        'data-start': from.toISOString(),
        'data-end': to.toISOString(),
        'data-zone': zone,
      }
  const words = timesOnly
    ? `${formatTimes(from, to, zone, locale)}${place ? ` (${place})` : ''}`
    : formatRange(from, to, zone, locale, place ?? zoneCity(zone, locale))
  return (
    <span className="time-range" {...reader}>
      <time dateTime={from.toISOString()}>{heldTogether(words)}</time>
    </span>
  )
}
