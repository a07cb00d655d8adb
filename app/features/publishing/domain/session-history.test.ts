import { describe, expect, it } from 'vitest'
import type { AgendaChange, PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { sessionHistory } from './session-history.ts'

const slot = {
  startsAt: '2025-03-11T22:00:00Z',
  endsAt: '2025-03-11T22:30:00Z',
  roomId: null,
  room: null,
  venue: null,
}
const change = (kind: AgendaChange['kind'], sessionId: string): AgendaChange => ({
  kind,
  sessionId,
  slug: sessionId,
  title: { vi: sessionId },
  changed: [],
  before: kind === 'new' ? null : slot,
  after: kind === 'cancelled' ? null : slot,
})
const version = (number: number, ...changes: AgendaChange[]) => ({
  number,
  changes,
  publishedAt: new Date(`2025-03-0${number}T00:00:00Z`),
})
const agenda = (...ids: string[]) => ({ sessions: ids.map((id) => ({ id })) }) as PublishedAgenda
const now = new Date('2025-03-09T00:00:00Z')

describe('the history of sessions', () => {
  const versions = [
    version(1, change('new', 'a'), change('new', 'b')),
    version(2, change('moved', 'a')),
    version(3, change('cancelled', 'b')),
    version(4),
  ]

  it('knows the version that changed each last', () => {
    const { changedIn } = sessionHistory(versions, agenda('a'), now)
    expect(changedIn('a')).toEqual({ number: 2, publishedAt: new Date('2025-03-02T00:00:00Z') })
    expect(changedIn('b').number).toBe(3)
  })

  it('keeps what was dropped for thirty days', () => {
    const dropped = (at: Date) => sessionHistory(versions, agenda('a'), at).dropped
    const until = new Date('2025-04-02T00:00:00Z')
    expect(dropped(now)).toMatchObject([{ sessionId: 'b', slot, changedIn: { number: 3 }, until }])
    expect(dropped(until)).toEqual([])
  })

  it('forgets that a session was dropped when it is back', () => {
    const back = [...versions, version(5, change('new', 'b'))]
    const { changedIn, dropped } = sessionHistory(back, agenda('a', 'b'), now)
    expect([dropped, changedIn('b').number]).toEqual([[], 5])
  })

  it('takes versions from before there were lists for changes of everything', () => {
    const old = [version(1), version(2), version(3, change('moved', 'a')), version(4)]
    const { changedIn } = sessionHistory(old, agenda('a', 'b'), now)
    expect([changedIn('a').number, changedIn('b').number]).toEqual([3, 2])
    expect(sessionHistory(old.slice(0, 2), agenda('a'), now).changedIn('a').number).toBe(2)
  })
})
