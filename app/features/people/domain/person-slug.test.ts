import { describe, expect, it } from 'vitest'
import { freeSlug } from '#app/shared/slug.ts'
import { personSlug } from './person-slug.ts'

describe('the address of a person', () => {
  it.each([
    ['Đặng Hoàng Giang', 'dang-hoang-giang'],
    ['Tony Bùi', 'tony-bui'],
    ['Nguyễn Thị Ỷ', 'nguyen-thi-y'],
    ['  "Mars"  ', 'mars'],
    ['Meg O’Neil-Smith, Jr.', 'meg-o-neil-smith-jr'],
    ['王小明', 'person'],
    ['🎬', 'person'],
  ])('%s → %s', (name, slug) => {
    expect(personSlug(name)).toBe(slug)
  })

  it('is the same for composed and decomposed letters', () => {
    expect(personSlug('Ngô Phương Lan'.normalize('NFD'))).toBe(personSlug('Ngô Phương Lan'.normalize('NFC')))
  })

  it('counts up when it is taken', () => {
    expect(freeSlug('mars', new Set())).toBe('mars')
    expect(freeSlug('mars', new Set(['mars', 'mars-2']))).toBe('mars-3')
  })
})
