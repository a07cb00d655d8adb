import ICAL from 'ical.js'
import { calendarTime, calendarTimeAt } from '#app/features/calendar/domain/calendar-time.ts'
import { zoneNamed } from '#app/features/calendar/domain/windows-zones.ts'
import { knownZone } from '#app/shared/time/zone-clock.ts'
import {
  type ImportedAgenda,
  type ImportedSession,
  type ImportedTime,
  importLimits,
  kindOf,
  line,
  type OtherKind,
  prose,
  Unreadable,
  withLinks,
  withOwnKeys,
} from '../imported-agenda.ts'
import { ownPart } from './own-calendar.ts'
import { lineOf } from './place-in-file.ts'

// A rule without an end would go on for ever.
const mostDates = 200

/** A calendar as Google, Outlook and others export it: one session an event, and one a date of what recurs. */
export function readIcs(text: string): ImportedAgenda {
  const calendars = componentsOf(text)
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  const other = otherThan(calendars, events.length)
  if (other) throw new Unreadable('other-kind', other)
  const sessions = datesOf(events).map(sessionOf)
  const zone = calendars.flatMap((one) => line(one.getFirstPropertyValue('x-wr-timezone')) || [])[0]
  const known = zone && knownZone(zoneNamed(zone))
  const recurs = events.some((event) => event.getFirstProperty('rrule') ?? event.getFirstProperty('rdate'))
  const isOfGuests = events.some((event) => event.getFirstProperty('attendee') !== null)
  const floats = sessions.some((one) => one.startsAt && 'local' in one.startsAt)
  return {
    format: 'ics',
    sessions: withOwnKeys(sessions),
    notes: [
      ...(recurs ? (['recurrences'] as const) : []),
      ...(isOfGuests ? (['calendar-guests'] as const) : []),
      ...(floats ? (['times-without-zone'] as const) : []),
    ],
    ...(known && { zone: known }),
  }
}

/** What a calendar is that holds no programme: one person's answer, their free hours, or a list of things to do. */
function otherThan(calendars: ICAL.Component[], events: number): OtherKind | null {
  const method = line(calendars[0]?.getFirstPropertyValue('method')).toUpperCase()
  if (method === 'REPLY' || method === 'COUNTER') return 'reply'
  const holds = (name: string) => calendars.some((one) => one.getFirstSubcomponent(name) !== null)
  if (events > 0) return null
  if (holds('vfreebusy') || holds('vavailability')) return 'availability'
  return holds('vtodo') || holds('vjournal') ? 'tasks' : null
}

/** An event of a calendar on one of its dates. */
type Dated = { event: ICAL.Component; at: number; on: ICAL.Time | null }

/** Every event on each of its dates; a date that an event of its own moves or renames is that one. */
function datesOf(events: ICAL.Component[]): Dated[] {
  const place = new Map(events.map((event, at) => [event, at]))
  const single = (event: ICAL.Component): Dated => ({ event, at: place.get(event) ?? 0, on: null })
  const partKey = (event: ICAL.Component) =>
    `${event.getFirstPropertyValue('uid')} ${JSON.stringify(calendarTime(event, 'recurrence-id'))}`
  const parts = new Map(
    events.flatMap((event) => (event.getFirstProperty('recurrence-id') ? [[partKey(event), event]] : [])),
  )
  let left = importLimits.sessions
  const dates = events.flatMap((event) => {
    const recurs = event.getFirstProperty('rrule') ?? event.getFirstProperty('rdate')
    if (event.getFirstProperty('recurrence-id')) return []
    if (!recurs) return [single(event)]
    const found: Dated[] = []
    for (const on of recurrencesOf(event)) {
      if (found.length >= mostDates || left-- <= 0) break
      const key = `${event.getFirstPropertyValue('uid')} ${JSON.stringify(calendarTimeAt(event, 'dtstart', on))}`
      const own = parts.get(key)
      if (own) parts.delete(key)
      found.push(own ? single(own) : { ...single(event), on })
    }
    return found
  })
  return [...dates, ...[...parts.values()].map(single)]
}

/** The dates of an event by its own clock. */
function* recurrencesOf(event: ICAL.Component): Generator<ICAL.Time> {
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) return
  for (const rule of event.getAllProperties('rrule')) endByClock(event, rule.getFirstValue(), start)
  const dates = new ICAL.RecurExpansion({ component: event, dtstart: start })
  // What has no date at all, as the 31st of each February, is given up.
  for (let next = dates.next(); next; next = dates.next()) yield next
}

/** The end of a rule stands in UTC where its event has a zone: the clock of the event decides. */
function endByClock(event: ICAL.Component, rule: unknown, start: ICAL.Time) {
  if (!(rule instanceof ICAL.Recur) || !rule.until || rule.until.isDate) return
  if (rule.until.zone !== ICAL.Timezone.utcTimezone || start.zone === ICAL.Timezone.utcTimezone) return
  const begins = calendarTime(event, 'dtstart')
  if (!begins || !('instant' in begins)) return
  const until = rule.until.clone()
  // By how much the clock is ahead at the start; an hour of a clock change lies within the day's length of a rule.
  until.adjust(0, 0, 0, Math.round((wallClock(start) - begins.instant.getTime()) / 1000))
  until.zone = start.zone
  rule.until = until
}

function componentsOf(text: string): ICAL.Component[] {
  try {
    // One calendar is one list; a file of several is a list of lists.
    const parsed = ICAL.parse(text) as unknown[]
    const all = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
    return all.map((calendar) => new ICAL.Component(calendar))
  } catch (error) {
    const [, quoted = ''] = /"(.+)"/s.exec(error instanceof Error ? error.message : '') ?? []
    throw new Unreadable(
      'broken',
      lineOf(text, text.includes(quoted) && quoted ? text.indexOf(quoted) : text.length),
    )
  }
}

const wallClock = (time: ICAL.Time) =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)

function sessionOf({ event, at, on }: Dated): ImportedSession {
  const value = (name: string) => event.getFirstPropertyValue(name)
  const title = line(value('summary'))
  const startsAt = timeOf(event, 'dtstart', on)
  const endsAt = timeOf(event, 'dtend', on && shifted(event, on))
  const length = value('duration')
  const zone = event.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const isCancelled = [value('status'), event.parent?.getFirstPropertyValue('method')].some((said) =>
    /^CANCEL(?:LED)?$/i.test(line(said)),
  )
  const part = line(String(value('recurrence-id') ?? on ?? ''))
  const uid = line(value('uid'), 150)
  const own = ownPart(event)
  return {
    key: own ? uid : `ics ${uid || `${title} ${line(String(value('dtstart') ?? at))}`} ${part}`.trim(),
    row: `VEVENT ${at + 1}`,
    title,
    abstract:
      own?.abstract ?? withLinks(prose(value('description')), [{ title: '', url: line(value('url'), 2000) }]),
    kind: own?.kind ?? kindOf(`${line(value('categories'))} ${title}`),
    language: null,
    startsAt,
    endsAt,
    minutes: length instanceof ICAL.Duration ? Math.round(length.toSeconds() / 60) : null,
    room: own?.room ?? line(value('location')).slice(0, 200),
    track: line(value('categories')).slice(0, 200),
    people: own?.people ?? [],
    unclear: [
      ...(startsAt ? [] : ['time', ...(zone ? [`TZID=${line(zone, 100)}`] : [])]),
      ...(isCancelled ? ['cancelled'] : []),
      ...(own?.isCut ? ['cut'] : []),
    ],
  }
}

function timeOf(event: ICAL.Component, name: string, on: ICAL.Time | null): ImportedTime | null {
  const time = on ? calendarTimeAt(event, name, on) : calendarTime(event, name)
  return time && 'instant' in time ? { instant: time.instant.toISOString() } : time
}

/** The end that belongs to another date, by the clock; null without an end. */
function shifted(event: ICAL.Component, on: ICAL.Time): ICAL.Time | null {
  const [start, end] = ['dtstart', 'dtend'].map((name) => event.getFirstPropertyValue(name))
  if (!(start instanceof ICAL.Time) || !(end instanceof ICAL.Time)) return null
  const time = end.clone()
  time.adjust(0, 0, 0, Math.round((wallClock(on) - wallClock(start)) / 1000))
  return time
}
