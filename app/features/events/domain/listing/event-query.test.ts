import { describe, expect, it } from 'vitest'
import { eventQueryAt, isAsked, readEventQuery } from './event-query.ts'

const read = (search: string) => readEventQuery(new URLSearchParams(search))

describe('a question about events', () => {
  it.each([
    ['', { q: '', when: null, city: null, kind: null, host: null, page: 1 }],
    ['q= phim &when=past', { q: 'phim', when: 'past', city: null, kind: null, host: null, page: 1 }],
    ['when=2025&kind=festival&page=2', { when: '2025', kind: 'festival', page: 2 }],
    ['when=soon&kind=gala&page=-3&city=', { when: null, kind: null, page: 1, city: null }],
    [`q=${'a'.repeat(300)}`, { q: '' }],
    ['page=1e9', { page: 1 }],
  ])('%s', (search, expected) => {
    expect(read(search)).toMatchObject(expected)
  })

  it('is none without words or filters', () => {
    expect(isAsked(read(''))).toBe(false)
    expect(isAsked(read('utm_source=x&when=soon'))).toBe(false)
    expect(isAsked(read('city=Hà Nội'))).toBe(true)
    expect(isAsked(read('page=2'))).toBe(true)
  })

  it('keeps itself from page to page', () => {
    const asked = read('q=phim&when=past&host=vfda')
    expect(eventQueryAt(asked, 2)).toBe('?q=phim&when=past&host=vfda&page=2')
    expect(read(eventQueryAt(asked, 1))).toEqual(asked)
    expect(eventQueryAt(read(''), 1)).toBe('')
  })
})
