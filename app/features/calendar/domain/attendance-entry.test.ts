import { expect, it } from 'vitest'
import { attendanceEntry, placeText } from './attendance-entry.ts'

const venue = {
  name: { vi: 'Nhà Bàn Tròn', en: 'Round House' },
  address: 'Hồ Hoàn Kiếm, Hà Nội',
  city: { vi: 'Hà Nội' },
  country: 'VN',
  latitude: 21.03,
  longitude: null,
}

it('says a place once, in the reader’s language', () => {
  expect(placeText(venue, 'vi')).toBe('Nhà Bàn Tròn, Hồ Hoàn Kiếm, Hà Nội, Việt Nam')
  expect(placeText({ ...venue, address: '1 Tràng Tiền' }, 'en')).toBe(
    'Round House, 1 Tràng Tiền, Hà Nội, Vietnam',
  )
  expect(placeText({ ...venue, address: '', city: {}, country: '' }, 'en')).toBe('Round House')
})

it('gives no position that is only half known', () => {
  const event = {
    slug: 'x',
    title: { vi: 'Bàn tròn' },
    summary: {},
    notice: {},
    startsAt: new Date('2025-03-11T22:00Z'),
    endsAt: new Date('2025-03-12T00:00Z'),
  }
  const invitation = { uid: 'u', sequence: 2, issuedAt: new Date() }
  const entry = attendanceEntry(
    { event, venue, invitation, status: 'confirmed', eventUrl: 'https://x.vn/e' },
    'en',
  )
  expect(entry).toMatchObject({ geo: null, sequence: 2, title: { text: 'Bàn tròn', lang: 'vi' } })
  expect(entry.description).toBe('https://x.vn/e')
})
