import { describe, expect, it } from 'vitest'
import { nextThings } from './next-things.ts'

const now = new Date('2027-01-01T00:00Z')
const words = { vi: 'Một', en: 'One', original: 'vi' as const, madeFrom: 'other' }
const event = {
  title: words,
  theme: {},
  summary: { vi: 'Chỉ tiếng Việt' },
  description: {},
  venue: null,
  endsAt: new Date('2027-02-01T00:00Z'),
  cancelledAt: null,
  publishedAt: null,
  registrationOpensAt: null,
}
const categories = [
  { name: { en: 'Guest', vi: 'Khách' }, description: {}, pending: 2 },
  { name: {}, description: {}, pending: 1 },
]
type Seen = Parameters<typeof nextThings>[0]
const seen = (changed: object = {}) =>
  nextThings({
    event: { ...event, ...changed },
    categories,
    stuckMails: 4,
    sessionsOutside: 2,
    now,
  } as Seen)

describe('what an organizer does next', () => {
  it('is counted, most pressing first', () => {
    expect(seen()).toEqual([
      { kind: 'mail', count: 4 },
      { kind: 'pending', count: 3 },
      { kind: 'outside', count: 2 },
      { kind: 'stale', count: 1 },
      { kind: 'missing', count: 1 },
      { kind: 'window', count: 1 },
      { kind: 'publish', count: 1 },
    ])
  })

  it('is nothing when the event is over or off', () => {
    expect(seen({ endsAt: new Date('2026-12-31T00:00Z') })).toEqual([])
    expect(seen({ cancelledAt: now })).toEqual([])
  })
})
