import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Đặng Hoàng Giang', 'dang-hoang-giang'],
  ['  Bàn tròn – Mỹ & Việt!  ', 'ban-tron-my-viet'],
  ['Harvard Roundtable 2025', 'harvard-roundtable-2025'],
  ['Ðà Nẵng – Đà Nẵng', 'da-nang-da-nang'],
  ['Łódź, Ærø & Þór: Straße', 'lodz-aero-thor-strasse'],
  ['日本', ''],
  ['ư ơ ẫ', 'u-o-a'],
])('%s', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
})
