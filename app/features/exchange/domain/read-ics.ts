import ICAL from 'ical.js'
import { calendarTime } from '#app/features/calendar/domain/calendar-time.ts'
import {
  type ImportedAgenda,
  type ImportedSession,
  type ImportedTime,
  kindOf,
  line,
  prose,
  Unreadable,
  withOwnKeys,
} from './imported-agenda.ts'
import { lineOf } from './place-in-file.ts'

/** A calendar as Google, Outlook and others export it: one session an event, each once. */
export function readIcs(text: string): ImportedAgenda {
  const events = componentsOf(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  const sessions = events.map(sessionOf)
  const recurs = events.some((event) => event.getFirstProperty('rrule') ?? event.getFirstProperty('rdate'))
  const floats = sessions.some((one) => one.startsAt && 'local' in one.startsAt)
  return {
    format: 'ics',
    sessions: withOwnKeys(sessions),
    notes: [
      ...(recurs ? (['recurrences'] as const) : []),
      ...(floats ? (['times-without-zone'] as const) : []),
    ],
  }
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

function sessionOf(event: ICAL.Component, index: number): ImportedSession {
  const value = (name: string) => event.getFirstPropertyValue(name)
  const title = line(value('summary'))
  const startsAt = timeOf(event, 'dtstart')
  const length = value('duration')
  const zone = event.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const isCancelled = line(value('status')).toUpperCase() === 'CANCELLED'
  const part = line(String(value('recurrence-id') ?? ''))
  return {
    key: `ics ${line(value('uid'), 150) || `${title} ${line(String(value('dtstart') ?? index))}`} ${part}`.trim(),
    row: `VEVENT ${index + 1}`,
    title,
    abstract: prose(value('description')),
    kind: kindOf(`${line(value('categories'))} ${title}`),
    language: null,
    ...{ startsAt, endsAt: timeOf(event, 'dtend') },
    minutes: length instanceof ICAL.Duration ? Math.round(length.toSeconds() / 60) : null,
    room: line(value('location')).slice(0, 200),
    track: line(value('categories')).slice(0, 200),
    people: [],
    unclear: [
      ...(startsAt ? [] : ['time', ...(zone ? [`TZID=${line(zone, 100)}`] : [])]),
      ...(isCancelled ? ['cancelled'] : []),
    ],
  }
}

function timeOf(event: ICAL.Component, name: string): ImportedTime | null {
  const time = calendarTime(event, name)
  return time && 'instant' in time ? { instant: time.instant.toISOString() } : time
}
