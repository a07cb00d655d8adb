import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { zoneNamed } from './windows-zones.ts'

/**
 * What a property of a calendar file says: an instant; a floating time, which every reader takes for their own clock; or
 * nothing, when it is a whole day or names a zone that neither the file nor the world knows.
 */
export type CalendarTime = { instant: Date } | { local: string } | null

/** A time of an event of a calendar file. A zone is what the file's own block says of it, else the one of that name. */
export function calendarTime(event: ICAL.Component, name: string): CalendarTime {
  const time = event.getFirstProperty(name)?.getFirstValue()
  return time instanceof ICAL.Time ? calendarTimeAt(event, name, time) : null
}

/** The same of another date and hour by the clock of that property: one of its recurrences. */
export function calendarTimeAt(event: ICAL.Component, name: string, time: ICAL.Time): CalendarTime {
  if (time.isDate) return null
  const zone = event.getFirstProperty(name)?.getFirstParameter('tzid')
  if (time.zone === ICAL.Timezone.utcTimezone) return instantOf(time.toJSDate())
  if (!zone) return { local: wall(time).slice(0, 16) }
  const block = event.parent
    ?.getAllSubcomponents('vtimezone')
    .find((one) => one.getFirstPropertyValue('tzid') === zone)
  if (!block) return inNamedZone(wall(time), zoneNamed(zone))
  const local = time.clone()
  local.zone = new ICAL.Timezone({ component: block, tzid: zone })
  return instantOf(local.toJSDate())
}

const two = (value: number) => String(value).padStart(2, '0')
const wall = (time: ICAL.Time) =>
  `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`

function instantOf(date: Date): CalendarTime {
  return Number.isNaN(date.getTime()) ? null : { instant: date }
}

function inNamedZone(local: string, zone: string): CalendarTime {
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
    return instantOf(new Date(epochMilliseconds))
  } catch {
    return null
  }
}
