import { expect, test } from 'vitest'
import { heldTogether } from './line-breaks.ts'

test.each([
  ['18:00–20:30', '18:00–\u206020:30'],
  ['10:00\u00a0AM–1:15\u00a0PM', '10:00\u00a0AM–\u20601:15\u00a0PM'],
  ['3–9 tháng 7, 2027', '3–\u20609 tháng 7, 2027'],
  ['Việt Nam – Hoa Kỳ – Nhật Bản', 'Việt Nam\u00a0– Hoa Kỳ\u00a0– Nhật Bản'],
  ['Đại học–Harvard', 'Đại học–Harvard'],
])('%s', (written, held) => {
  expect(heldTogether(written)).toBe(held)
})
