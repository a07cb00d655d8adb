import { expect, test } from 'vitest'
import { heldTogether } from './line-breaks.ts'

test.each([
  ['18:00–20:30', '18:00–\u206020:30'],
  ['10:00\u00a0AM–1:15\u00a0PM', '10:00\u00a0AM–\u20601:15\u00a0PM'],
  ['3–9 tháng 7, 2027', '3–\u20609 tháng 7, 2027'],
  ['Việt Nam – Hoa Kỳ – Nhật Bản', 'Việt\u00a0Nam\u00a0– Hoa\u00a0Kỳ\u00a0– Nhật\u00a0Bản'],
  ['Đại học–Harvard', 'Đại học–Harvard'],
  ['Đà Nẵng, New York, Châu Á', 'Đà\u00a0Nẵng, New\u00a0York, Châu\u00a0Á'],
  ['Permanent Mission of Viet Nam', 'Permanent Mission of Viet\u00a0Nam'],
  [
    'Điện Biên Phủ, Buôn Ma Thuột, Thái Bình Dương',
    'Điện\u00a0Biên\u00a0Phủ, Buôn\u00a0Ma\u00a0Thuột, Thái\u00a0Bình\u00a0Dương',
  ],
  ['Washington, D.C. và Siem Reap', 'Washington,\u00a0D.C. và Siem\u00a0Reap'],
  ['tại Liên Hợp Quốc', 'tại Liên\u00a0Hợp\u00a0Quốc'],
  ['Tọa đàm tại Đại học Harvard, Hoa Kỳ', 'Tọa đàm tại Đại\u00a0học\u00a0Harvard, Hoa\u00a0Kỳ'],
  ['các trường đại học ở Boston', 'các trường đại học ở Boston'],
  ['Roundtable at Harvard University', 'Roundtable at Harvard\u00a0University'],
  ['the university of today', 'the university of today'],
  ['renew yorks', 'renew yorks'],
  ['Điện~ảnh hôm nay', 'Điện\u00a0ảnh hôm nay'],
])('%s', (written, held) => {
  expect(heldTogether(written)).toBe(held)
})
