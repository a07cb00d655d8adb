import { describe, expect, it } from 'vitest'
import { sameValue } from '#app/shared/same-value.ts'
import {
  afterEdits,
  clashesOf,
  type DraftEdit,
  type DraftSession,
  turnedRound,
  withTheirWords,
} from './draft-edit.ts'

const stored: DraftSession = {
  id: 'one',
  slug: 'one',
  kind: 'talk',
  title: { vi: 'Mở đầu', original: 'vi' },
  abstract: {},
  languages: ['vi'],
  interpretation: [],
  films: [],
  trackId: null,
  roomId: 'large',
  startsAt: '2025-03-11T22:00:00.000Z',
  endsAt: '2025-03-11T22:30:00.000Z',
  capacity: null,
  signUp: false,
  dropped: false,
  appearances: [],
}
const edit = (was: Partial<DraftSession>, set: Partial<DraftSession>): DraftEdit => ({
  kind: 'edit',
  sessionId: 'one',
  was,
  set,
})

describe('an edit clashes', () => {
  it.each([
    ['not when the field is as the editor saw it', edit({ roomId: 'large' }, { roomId: 'small' }), []],
    ['not when it is already as wanted', edit({ roomId: 'other' }, { roomId: 'large' }), []],
    ['when somebody changed it meanwhile', edit({ roomId: 'other' }, { roomId: 'small' }), ['roomId']],
    ['not over a field it does not touch', edit({ kind: 'talk' }, { kind: 'panel' }), []],
    [
      'not over keys in another order',
      edit({ title: { original: 'vi', vi: 'Mở đầu' } }, { title: { vi: 'Khai mạc' } }),
      [],
    ],
    [
      'in each field apart',
      edit({ roomId: 'a', kind: 'panel', trackId: null }, { roomId: 'b', kind: 'keynote', trackId: 'ai' }),
      ['roomId', 'kind'],
    ],
    ['not over the other language of a text', edit({ abstract: {} }, { abstract: { en: 'A' } }), []],
    ['over the same language of a text', edit({ title: { vi: 'Cũ' } }, { title: { vi: 'Mới' } }), ['title']],
    ['not without saying what was seen', edit({}, { roomId: 'small' }), []],
  ])('%s', (_, given, fields) => {
    expect(clashesOf(given, stored).map((one) => one.field)).toEqual(fields)
  })

  it('and tells all three values', () => {
    const [clash] = clashesOf(edit({ roomId: 'other' }, { roomId: 'small' }), stored)
    expect(clash).toEqual({
      sessionId: 'one',
      field: 'roomId',
      was: 'other',
      theirs: 'large',
      yours: 'small',
    })
  })
})

it('an edit of one language keeps what others wrote in the other', () => {
  const theirs = { ...stored, title: { vi: 'Khai mạc', original: 'vi' as const } }
  const mine = edit({ title: stored.title }, { title: { ...stored.title, en: 'Opening' } })
  expect(clashesOf(mine, theirs)).toEqual([])
  const [done] = afterEdits([theirs], [withTheirWords(mine, theirs)])
  expect(done?.title).toMatchObject({ vi: 'Khai mạc', en: 'Opening' })
})

describe('undoing', () => {
  it('an edit gives the draft it was made from', () => {
    const moved = edit({ roomId: 'large', endsAt: stored.endsAt }, { roomId: 'small', endsAt: null })
    expect(afterEdits(afterEdits([stored], [moved]), [turnedRound(moved)])).toEqual([stored])
  })

  it('an addition drops what was added, and redoing takes that back', () => {
    const { id, slug, ...set } = stored
    const added: DraftEdit = { kind: 'add', sessionId: 'two', set }
    const [, gone] = afterEdits(afterEdits([stored], [added]), [turnedRound(added)])
    expect(gone).toMatchObject({ id: 'two', dropped: true })
    expect(turnedRound(turnedRound(added))).toMatchObject({ set: { dropped: false } })
  })
})

it.each([
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [{ a: undefined }, {}, true],
  [null, undefined, true],
  [[1, 2], [2, 1], false],
  ['1', 1, false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same)
})
