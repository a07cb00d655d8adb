import { expect, test } from 'vitest'
import { nameOrder } from './name-order.ts'

test.each([
  ['Ngô Phương Lan', '', 'Lan, Ngô Phương', 'Ngô Phương Lan'],
  ['Nguyen Anh Tuan', '', 'Tuan, Nguyen Anh', 'Nguyen Anh Tuan'],
  ['Michael Dukakis', '', 'Dukakis, Michael', 'Dukakis, Michael'],
  ['Cameron F. Kerry', '', 'Kerry, Cameron F.', 'Kerry, Cameron F.'],
  ['Đỗ Thị Hải Yến', '', 'Yến, Đỗ Thị Hải', 'Đỗ Thị Hải Yến'],
  ['Madonna', '', 'Madonna', 'Madonna'],
  ['Lê Minh', 'Đại học Điện ảnh', 'Đại học Điện ảnh', 'Đại học Điện ảnh'],
])('%s%s stands by %s in Vietnamese, by %s in English', (name, body, vi, en) => {
  expect(nameOrder(name, body)).toEqual({ vi, en })
})

test('given names are told apart by Vietnamese rules before what stands around them', () => {
  const names = ['Trần Văn Đức', 'Lê Ân', 'Phạm An', 'Bùi Dung', 'Ngô Áng', 'Vũ Ánh']
  const order = new Intl.Collator('vi')
  const sorted = [...names].sort((a, b) => order.compare(nameOrder(a, '').vi, nameOrder(b, '').vi))
  expect(sorted).toEqual(['Phạm An', 'Ngô Áng', 'Vũ Ánh', 'Lê Ân', 'Bùi Dung', 'Trần Văn Đức'])
})
