import { describe, expect, it } from 'vitest'
import { initials, pickFor, unbroken } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Đặng Hoàng Giang', 'ĐG'],
    ['Ngô Phương Lan', 'NL'],
    ['Michael Dukakis', 'MD'],
    ['Tony Bùi (Tony Bui)', 'TB'],
    ['Mars', 'M'],
    ['ông ích khiêm', 'ÔK'],
    ['Anne-Marie O’Neil', 'AO'],
    ['Nguyễn "Bé" Ánh, <x>', 'NX'],
    ['A\u0302u Cơ', 'ÂC'],
    ['🎬 Ẩn', 'Ẩ'],
    ['🎬', '·'],
    ['', '·'],
  ])('of %s are %s', (name, wanted) => expect(initials(name)).toBe(wanted))
})

it('picks the same number for the same name, however it is composed', () => {
  expect(pickFor('Ngô Phương Lan', 5)).toBe(pickFor('Ngô Phương Lan'.normalize('NFD'), 5))
  expect(pickFor('Mars', 5)).toBeLessThan(5)
})

it('keeps a name together unless it is too long for a phone', () => {
  expect(unbroken(' Ngô  Phương Lan ')).toBe('Ngô\u00a0Phương\u00a0Lan')
  expect(unbroken('Công Tằng Tôn Nữ Thị Ngọc Trâm Anh')).toContain(' ')
})
