import { describe, expect, it } from 'vitest'
import { homeEvents } from './home-events.ts'

const at = (day: number) => new Date(Date.UTC(2025, 5, day))
const event = (
  id: string,
  from: number,
  to: number,
  extra: { parent?: { id: string }; cancelledAt?: Date } = {},
) => ({
  id,
  startsAt: at(from),
  endsAt: at(to),
  cancelledAt: extra.cancelledAt ?? null,
  parent: extra.parent ?? null,
})
const ids = (events: { id: string }[]) => events.map((one) => one.id)

describe('the first page', () => {
  it('leads with what comes next and ends with what is long over', () => {
    const found = homeEvents(
      [event('old', 1, 2), event('recent', 3, 4), event('later', 20, 21), event('next', 12, 13)],
      at(10),
    )
    expect(found.featured?.id).toBe('next')
    expect(ids(found.upcoming)).toEqual(['later'])
    expect(ids(found.past)).toEqual(['recent', 'old'])
  })

  it('puts the parts of a festival within it, and an orphan by itself', () => {
    const festival = event('festival', 11, 15)
    const talk = event('talk', 12, 13, { parent: { id: 'festival' } })
    const orphan = event('orphan', 14, 15, { parent: { id: 'unpublished' } })
    const found = homeEvents([festival, talk, orphan], at(10))
    expect(found.featured).toMatchObject({ id: 'festival', parts: [{ id: 'talk' }] })
    expect(ids(found.upcoming)).toEqual(['orphan'])
  })

  it('does not lead with what is cancelled', () => {
    const found = homeEvents([event('off', 11, 12, { cancelledAt: at(9) }), event('on', 13, 14)], at(10))
    expect(found.featured?.id).toBe('on')
    expect(ids(found.upcoming)).toEqual(['off'])
  })

  it('keeps what is going on in front', () => {
    expect(homeEvents([event('now', 9, 11), event('next', 12, 13)], at(10)).featured?.id).toBe('now')
  })
})
