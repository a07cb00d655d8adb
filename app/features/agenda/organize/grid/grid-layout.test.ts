import { describe, expect, it } from 'vitest'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { columnsOf, fittingZoom, hoursOf, layOut } from './grid-layout.ts'

const zone = 'America/New_York'

function session(id: string, times: string, roomId: string | null): DraftSession {
  const [startsAt = '', endsAt = ''] = times.split('-').map((clock) => `2025-03-11T${clock}:00.000Z`)
  return {
    id,
    slug: id,
    kind: 'talk',
    title: {},
    abstract: {},
    languages: [],
    interpretation: [],
    films: [],
    trackId: null,
    roomId,
    startsAt,
    endsAt,
    capacity: null,
    signUp: false,
    dropped: false,
    appearances: [],
  }
}
const sessions = [
  session('a', '22:00-22:30', 'large'),
  session('b', '22:15-22:45', 'large'),
  session('c', '22:30-23:00', 'large'),
  session('d', '23:00-23:20', 'large'),
  session('e', '22:00-23:00', null),
]

describe('the grid', () => {
  it('puts what overlaps in one room side by side, and the rest over the whole width', () => {
    const placed = layOut(sessions, ['large', 'small', null], Date.parse('2025-03-11T21:00Z'))
    const words = placed.map(({ session, top, minutes, column, lane, lanes }) =>
      [session.id, top, minutes, column, `${lane + 1}/${lanes}`].join(' '),
    )
    expect(words).toEqual([
      'a 60 30 0 1/2',
      'b 75 30 0 2/2',
      'c 90 30 0 1/2',
      'd 120 20 0 1/1',
      'e 60 60 2 1/1',
    ])
  })

  it('has a column without a room only where it is needed', () => {
    expect(columnsOf(['large'], sessions.slice(0, 2))).toEqual(['large'])
    expect(columnsOf(['large'], sessions)).toEqual(['large', null])
    expect(columnsOf([], [])).toEqual([null])
  })

  it.each([
    ['with an hour around', '2025-03-11', '2025-03-11T21:00', '2025-03-12T01:30', 'from 16 to 23'],
    ['on a day without sessions', '2025-03-12', '2025-03-11T21:00', '2025-03-12T01:30', 'from 8 to 18'],
  ])('shows the hours of the day %s', (_, day, startsAt, endsAt, wanted) => {
    const event = { startsAt: `${startsAt}:00Z`, endsAt: `${endsAt}:00Z` }
    const own = day === '2025-03-11' ? sessions : []
    const { from, to } = hoursOf(day, own, event, zone)
    const midnight = Date.parse(`${day}T04:00Z`)
    expect(`from ${(from - midnight) / 3.6e6} to ${(to - midnight) / 3.6e6}`).toBe(wanted)
  })

  it('is drawn so large that short sessions can be read', () => {
    expect([
      fittingZoom(sessions),
      fittingZoom([session('x', '22:00-22:05', null)]),
      fittingZoom([]),
    ]).toEqual([3, 5, 2])
  })
})
