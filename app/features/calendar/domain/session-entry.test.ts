import { expect, it } from 'vitest'
import { sessionPlace } from './session-entry.ts'

const room = { vi: 'Phòng 1', en: 'Room 1' }
const venue = { vi: 'Rạp Lê Độ', en: 'Le Do Cinema' }
const place = {
  vi: 'Rạp Lê Độ, 46 Trần Phú, Đà Nẵng, Việt Nam',
  en: 'Le Do Cinema, 46 Trần Phú, Da Nang, Vietnam',
}
const here = 'Đại học Harvard, 1 Harvard Yard, Cambridge, Hoa Kỳ'

it.each([
  ['its venue with the street', { room, venue, place }, 'Phòng 1, Rạp Lê Độ, 46 Trần Phú, Đà Nẵng, Việt Nam'],
  ['its venue, of a version without the street', { room, venue }, 'Phòng 1, Rạp Lê Độ'],
  ['where the event is', { room, venue: null }, `Phòng 1, ${here}`],
  ['where the event is, without a room', { room: null, venue: null }, here],
])('a session is at %s', (_, of, words) => {
  expect(sessionPlace(of, 'vi', here)).toBe(words)
})
