import { describe, expect, test } from 'vitest'
import { faultsOf, readCalendar } from './calendar-reading.ts'
import { invitation, nastyWords, roundtable } from './calendar-samples.ts'
import { calendarFeed, eventBlock, sessionBlock } from './feed-calendar.ts'

const name = 'Bàn tròn Harvard; điện ảnh, AI \\ 2025'
const second = { ...roundtable, uid: 'second', title: 'Công bố', status: 'cancelled' as const, sequence: 2 }

test('a feed is its blocks under one header', () => {
  const blocks = [sessionBlock(roundtable), eventBlock(second)]
  const text = calendarFeed({ name, blocks, refreshHours: 6 })
  expect(faultsOf(text)).toEqual([])
  expect(text).toContain(blocks.join(''))
  expect(text.slice(0, text.indexOf('BEGIN:VEVENT')).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'PRODID:-//Ban Tron//ban-tron//VI',
    'METHOD:PUBLISH',
    'NAME:Bàn tròn Harvard\\; điện ảnh\\, AI \\\\ 2025',
    'X-WR-CALNAME:Bàn tròn Harvard\\; điện ảnh\\, AI \\\\ 2025',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    '',
  ])
})

test('a reader finds every session and nobody in it', () => {
  const text = calendarFeed({
    name,
    blocks: [sessionBlock(invitation), sessionBlock(second)],
    refreshHours: 12,
    language: 'en',
  })
  const { events, ...calendar } = readCalendar(text)
  expect(calendar).toMatchObject({
    method: 'PUBLISH',
    refresh: 'PT12H',
    product: '-//Ban Tron//ban-tron//EN',
  })
  expect(events).toMatchObject([
    {
      uid: roundtable.uid,
      status: 'CONFIRMED',
      transp: 'TRANSPARENT',
      attendees: [],
      organizer: [],
      url: roundtable.url,
    },
    { uid: 'second', status: 'CANCELLED', sequence: 2, title: 'Công bố', inside: 0 },
  ])
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER|VALARM/)
})

test('the bytes are stable', () => {
  const make = () =>
    calendarFeed({ name, blocks: [sessionBlock(structuredClone(roundtable))], refreshHours: 6 })
  expect(make()).toBe(make())
})

test('an empty feed is a legal calendar', () => {
  const text = calendarFeed({ name, blocks: [], refreshHours: 6 })
  expect(faultsOf(text)).toEqual([])
  expect(readCalendar(text)).toMatchObject({ components: ['vtimezone'], events: [] })
})

test.each(nastyWords.map((words) => [JSON.stringify(words).slice(0, 40), words]))('named %s', (_, words) => {
  const text = calendarFeed({
    name: `N${words}`,
    blocks: [sessionBlock({ ...roundtable, title: `T${words}` })],
    refreshHours: 1,
  })
  expect(faultsOf(text)).toEqual([])
  expect(readCalendar(text)).toMatchObject({ method: 'PUBLISH', components: ['vevent'], refresh: 'PT1H' })
})

describe('refusals', () => {
  const right = { name, blocks: [] as string[], refreshHours: 6 }
  test.each([
    ['name', { name: '\u202e' }],
    ['refreshHours', { refreshHours: 0 }],
    ['refreshHours', { refreshHours: 1.5 }],
    ['blocks', { blocks: ['BEGIN:VEVENT\nEND:VEVENT\n'] }],
  ])('%s', (field, wrong) => {
    expect(() => calendarFeed({ ...right, ...wrong })).toThrow(
      new Error(`Calendar file: ${field} is not usable`),
    )
  })
})
