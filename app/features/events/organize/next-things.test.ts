import { describe, expect, it } from 'vitest'
import { roleMay } from '#app/shared/permissions/rights.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
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
const none = {
  sessions: 5,
  unplaced: 0,
  firstToPublish: 0,
  unpublished: 0,
  outside: 0,
  clashes: 0,
  sessionTexts: 0,
  peopleTexts: 0,
  unanswered: 0,
}
type Seen = Parameters<typeof nextThings>[0]
type Changes = Omit<Partial<Seen>, 'event' | 'agenda'> & { event?: object; agenda?: object | null }

function seen({ event: changed, agenda = {}, ...more }: Changes = {}) {
  const given = {
    event: { ...event, ...changed },
    categories,
    stuckMails: 4,
    waiting: {},
    withoutAddress: 0,
    agenda: agenda && { ...none, ...agenda },
    isRecapPublished: true,
    may: () => true,
    now,
    ...more,
  }
  return nextThings(given as Seen).map(({ kind, count }) => ({ kind, count }))
}

const inOrder = {
  title: { vi: 'Một', en: 'One' },
  summary: {},
  publishedAt: now,
  registrationOpensAt: now,
}
/** An event about which nothing else is to do. */
const calm = (changes: Changes) =>
  seen({ categories: [], stuckMails: 0, ...changes, event: { ...inOrder, ...changes.event } })
const over = { endsAt: new Date('2026-12-31T00:00Z') }

describe('what an organizer does next', () => {
  it('is counted, most pressing first', () => {
    expect(seen({ agenda: { outside: 2 } })).toEqual([
      { kind: 'mail', count: 4 },
      { kind: 'pending', count: 3 },
      { kind: 'outside', count: 2 },
      { kind: 'stale', count: 1 },
      { kind: 'missing', count: 1 },
      { kind: 'window', count: 1 },
      { kind: 'publish', count: 1 },
    ])
  })

  it('is nothing of the preparation when the event is over, and nothing at all when it is off', () => {
    expect(seen({ event: over })).toEqual([])
    expect(seen({ event: { cancelledAt: now }, waiting: { notes: 2 }, isRecapPublished: false })).toEqual([])
  })

  it('is nothing when all is done', () => {
    expect(calm({})).toEqual([])
  })

  it.each<[string, Changes, string, number]>([
    ['answers to decide', { waiting: { answers: 3 } }, 'answers', 3],
    ['clashes', { agenda: { clashes: 2 } }, 'clashes', 2],
    ['changes of the draft', { agenda: { unpublished: 6 } }, 'unpublished', 6],
    ['a draft that was never published', { agenda: { firstToPublish: 5 } }, 'draft', 5],
    ['people who cannot be written to', { withoutAddress: 2 }, 'address', 2],
    ['invitations without an answer', { agenda: { unanswered: 8 } }, 'unanswered', 8],
    ['sessions without a time', { agenda: { unplaced: 1 } }, 'unplaced', 1],
    ['sessions in one language', { agenda: { sessionTexts: 4 } }, 'session-texts', 4],
    ['people in one language', { agenda: { peopleTexts: 7 } }, 'people-texts', 7],
    ['no agenda yet', { agenda: { sessions: 0 } }, 'agenda', 1],
    ['words to confirm', { waiting: { notes: 9 } }, 'words', 9],
    ['open actions', { waiting: { actions: 2 } }, 'actions', 2],
    ['words to confirm afterwards', { event: over, waiting: { notes: 9 } }, 'words', 9],
    ['open actions afterwards', { event: over, waiting: { actions: 2 } }, 'actions', 2],
    ['the recap of an event that is over', { event: over, isRecapPublished: false }, 'recap', 1],
  ])('is one thing: %s', (_, changes, kind, count) => {
    expect(calm(changes)).toEqual([{ kind, count }])
  })

  it('is no recap while the event lasts', () => {
    expect(calm({ isRecapPublished: false })).toEqual([])
  })

  it.each<[MemberRole, string[]]>([
    [
      'organizer',
      ['mail', 'answers', 'pending', 'stale', 'missing', 'window', 'publish', 'words', 'actions'],
    ],
    ['rapporteur', ['actions']],
    ['door', []],
  ])('is only what the reader may do: %s', (role, kinds) => {
    const waiting = { answers: 1, notes: 1, actions: 1 }
    const found = seen({ waiting, agenda: null, may: (right) => roleMay(role, right) })
    expect(found.map(({ kind }) => kind)).toEqual(kinds)
  })
})
