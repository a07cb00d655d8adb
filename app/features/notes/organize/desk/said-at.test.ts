import { describe, expect, test } from 'vitest'
import { momentOf, saidAt } from './said-at.ts'

const event = {
  startsAt: '2025-03-11T22:00:00.000Z',
  endsAt: '2025-03-12T00:30:00.000Z',
  timeZone: 'America/New_York',
}
const at = Date.parse

describe('the moment of a note', () => {
  const session = '2025-03-11T22:20:00.000Z'
  test.each([
    ['now, while the event is on', '2025-03-11T23:01:00.000Z', session, '2025-03-11T23:01:00.000Z'],
    ['now, while people come', '2025-03-11T21:30:00.000Z', null, '2025-03-11T21:30:00.000Z'],
    ['now, on the same evening', '2025-03-12T03:00:00.000Z', session, '2025-03-12T03:00:00.000Z'],
    ['the session’s start, long after', '2026-01-01T00:00:00.000Z', session, session],
    ['the session’s start, long before', '2025-01-01T00:00:00.000Z', session, session],
    ['the event’s start, without session', '2026-01-01T00:00:00.000Z', null, event.startsAt],
  ])('is %s', (_, now, start, expected) => {
    expect(momentOf(event, start, at(now))).toBe(at(expected))
  })
})

describe('a minute typed', () => {
  const moment = at('2025-03-11T22:20:31.000Z')
  test.each<[string, number | null]>([
    ['18:20', moment],
    ['18:05', at('2025-03-11T22:05:00.000Z')],
    ['23:59', at('2025-03-12T03:59:00.000Z')],
    ['01:20', at('2025-03-11T05:20:00.000Z')],
    ['', null],
    ['soon', null],
  ])('%s', (clock, expected) => expect(saidAt(clock, event, moment)).toBe(expected))
})

describe('a minute typed across midnight', () => {
  test.each([
    ['23:55', '2025-03-12T04:10:00.000Z', '2025-03-12T03:55:00.000Z'],
    ['00:05', '2025-03-12T03:50:00.000Z', '2025-03-12T04:05:00.000Z'],
  ])('%s, beside %s, is %s', (clock, moment, expected) => {
    expect(saidAt(clock, event, at(moment))).toBe(at(expected))
  })
})
