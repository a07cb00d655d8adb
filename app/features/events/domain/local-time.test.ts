import { describe, expect, it } from 'vitest'
import { instantOfLocal, isTimeZone, localOfInstant } from './local-time.server.ts'

const boston = 'America/New_York'

describe('a time on the wall', () => {
  it('is the right instant two days after the clocks changed', () => {
    expect(instantOfLocal('2025-03-11T18:00', boston)).toEqual(new Date('2025-03-11T22:00Z'))
    expect(instantOfLocal('2025-03-08T18:00', boston)).toEqual(new Date('2025-03-08T23:00Z'))
    expect(instantOfLocal('2025-03-12T05:00', 'Asia/Ho_Chi_Minh')).toEqual(new Date('2025-03-11T22:00Z'))
  })

  it.each([
    ['2025-03-09T02:30', 'gap'],
    ['2025-11-02T01:30', 'overlap'],
    ['2025-02-30T10:00', 'invalid'],
    ['2025-03-11 18:00', 'invalid'],
    ['0001-01-01T10:00', 'invalid'],
    ['9999-12-31T23:00', 'invalid'],
    ['', 'invalid'],
  ])('%s is no time in Boston: %s', (local, problem) => {
    expect(instantOfLocal(local, boston)).toBe(problem)
  })

  it('comes back as it was typed', () => {
    expect(localOfInstant(new Date('2025-03-11T22:00Z'), boston)).toBe('2025-03-11T18:00')
    expect(localOfInstant(null, boston)).toBe('')
  })

  it('knows the names of zones', () => {
    expect(isTimeZone('Asia/Ho_Chi_Minh')).toBe(true)
    expect(isTimeZone('Asia/Atlantis')).toBe(false)
    expect(isTimeZone('+07:00')).toBe(false)
  })
})
