import type { Locale } from '#app/shared/vocabulary.ts'
import { type CalendarEntry, calendarLines } from './calendar-entry.ts'
import { longest, oneLine, refusal } from './calendar-text.ts'
import { escapeText, foldLines } from './finish-lines.ts'

const emptyFeed = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * The VEVENT of a published session: build it once a version and keep it, `ics` is slow. Transparent, since who
 * subscribes to an agenda is not busy through all of it.
 */
export function sessionBlock(session: CalendarEntry): string {
  const lines = calendarLines('PUBLISH', session.language, session, { transp: 'TRANSPARENT' })
  return foldLines(lines.slice(lines.indexOf('BEGIN:VEVENT'), -1))
}

/** The VEVENT of a whole event, for the feed across events. */
export const eventBlock = sessionBlock

/** A feed out of ready blocks: same blocks, same bytes. */
export function calendarFeed(feed: {
  name: string
  blocks: readonly string[]
  refreshHours: number
  language?: Locale
}): string {
  const name = escapeText(oneLine(feed.name, longest.title))
  if (!name) throw refusal('name')
  if (!Number.isInteger(feed.refreshHours) || feed.refreshHours < 1) throw refusal('refreshHours')
  if (!feed.blocks.every(isBlock)) throw refusal('blocks')
  const hint = [
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${feed.refreshHours}H`,
    `X-PUBLISHED-TTL:PT${feed.refreshHours}H`,
  ]
  const header = calendarLines('PUBLISH', feed.language ?? 'vi').slice(0, -1)
  // A calendar without any component is not legal (RFC 5545 3.6).
  const filling = feed.blocks.length === 0 ? emptyFeed : []
  return [foldLines([...header, ...hint, ...filling]), ...feed.blocks, 'END:VCALENDAR\r\n'].join('')
}

function isBlock(block: string): boolean {
  return block.startsWith('BEGIN:VEVENT\r\n') && block.endsWith('\r\nEND:VEVENT\r\n')
}
