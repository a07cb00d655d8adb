import { expect, it } from 'vitest'
import { eventTitleIn } from './event-title.ts'

const title = { vi: 'Bàn tròn', en: 'Roundtable' }

it('says of an event that is called off that it is, in the language of the title', () => {
  expect(eventTitleIn({ title, cancelledAt: null }, 'vi')).toBe('Bàn tròn')
  expect(eventTitleIn({ title }, 'en')).toBe('Roundtable')
  expect(eventTitleIn({ title, cancelledAt: new Date() }, 'vi')).toBe('Đã hủy: Bàn tròn')
  expect(eventTitleIn({ title, cancelledAt: new Date() }, 'en')).toBe('Cancelled: Roundtable')
})
