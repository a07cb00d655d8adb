import { describe, expect, it } from 'vitest'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { agendaDays } from './agenda-days.ts'

const session = (id: string, startsAt: string, extra: Partial<PublishedSession> = {}): PublishedSession => ({
  id,
  slug: id,
  kind: 'talk',
  title: {},
  abstract: {},
  languages: [],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: null,
  startsAt,
  endsAt: startsAt,
  appearances: [],
  ...extra,
})
const agenda = {
  rooms: [
    { id: 'r1', name: { vi: 'Rạp Lê Độ', en: 'Le Do Cinema' }, venue: null },
    { id: 'r2', name: { vi: 'Phòng Sông Hàn' }, venue: null },
  ],
  tracks: [{ id: 't1', name: { en: 'AI' }, colour: null }],
  people: [],
  sessions: [
    session('evening', '2027-07-01T16:00:00.000Z', { roomId: 'r1', trackId: 't1' }),
    session('late', '2027-07-01T17:30:00.000Z', { roomId: 'r2' }),
    session('beside', '2027-07-01T17:30:00.000Z', { roomId: 'r1' }),
    session('break', '2027-07-02T03:00:00.000Z'),
  ],
}

describe('days of an agenda', () => {
  it('change at midnight of the event, not of the server', () => {
    const days = agendaDays(agenda.sessions, 'Asia/Ho_Chi_Minh', 'en')
    expect(
      days.map((day) => [day.id, day.label, day.slots.map((slot) => slot.sessions.map((one) => one.id))]),
    ).toEqual([
      ['day-1', 'Thursday, July 1, 2027', [['evening']]],
      ['day-2', 'Friday, July 2, 2027', [['late', 'beside'], ['break']]],
    ])
  })
})

it('names days shortly', () => {
  const short = (locale: 'vi' | 'en') =>
    agendaDays(agenda.sessions, 'Asia/Ho_Chi_Minh', locale).map((day) => day.short)
  expect(short('vi')).toEqual(['Thứ Năm 1', 'Thứ Sáu 2'])
  expect(short('en')).toEqual(['Thursday 1', 'Friday 2'])
})
