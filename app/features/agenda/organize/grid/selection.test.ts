import { describe, expect, it } from 'vitest'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { dropTogether, keyGesture } from './grid-keys.ts'
import { clickPicks, concerned, keyPicks, nothingChosen, type Picking, picked } from './selection.ts'

const order = ['a', 'b', 'c', 'd']
const pick = (words: string): Picking => {
  const [how, id = ''] = words.split(' ')
  return { how: how as Picking['how'], id }
}

describe('choosing sessions', () => {
  it.each<[string, string[], string[]]>([
    ['one alone is not a choice of several', ['only a'], []],
    ['a second joins the one that was taken', ['only a', 'toggle c'], ['a', 'c']],
    ['by key only what is marked', ['only a', 'mark c', 'mark d'], ['c', 'd']],
    ['twice takes it out again', ['only a', 'toggle c', 'toggle a'], ['c']],
    ['a range runs from the one that was taken', ['only b', 'range d'], ['b', 'c', 'd']],
    ['a range runs backwards too', ['only d', 'range b'], ['b', 'c', 'd']],
    ['another range begins at the same one', ['only b', 'range d', 'range a'], ['a', 'b']],
    ['a range without a beginning is one', ['range c'], ['c']],
    ['a range from what is no longer there is one', ['only gone', 'range c'], ['c']],
    ['one alone gives the others up', ['only a', 'toggle b', 'toggle c', 'only d'], []],
  ])('%s', (_, steps, chosen) => {
    const after = steps.reduce((before, step) => picked(before, pick(step), order), nothingChosen)
    expect([...after.chosen].sort()).toEqual(chosen)
  })

  const none = { key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
  it.each([
    [{}, 'only'],
    [{ ctrlKey: true }, 'toggle'],
    [{ metaKey: true }, 'toggle'],
    [{ shiftKey: true }, 'range'],
    [{ shiftKey: true, ctrlKey: true }, 'range'],
  ])('a click with %o', (held, how) => {
    expect(clickPicks({ ...none, ...held })).toBe(how)
  })

  it.each([
    [{ key: ' ', shiftKey: true }, 'mark'],
    [{ key: ' ' }, null],
    [{ key: 'Escape' }, 'none'],
    [{ key: ' ', shiftKey: true, altKey: true }, null],
    [{ key: 'a' }, null],
  ])('the key %o', (pressed, does) => {
    expect(keyPicks({ ...none, ...pressed })).toBe(does)
  })
})

const session = (id: string, start: string | null, roomId: string | null): DraftSession => ({
  id,
  slug: id,
  kind: 'talk',
  title: { vi: id },
  abstract: {},
  languages: [],
  interpretation: [],
  films: [],
  trackId: null,
  roomId,
  capacity: null,
  signUp: false,
  dropped: false,
  appearances: [],
  startsAt: start && `2027-03-11T${start}:00.000Z`,
  endsAt: start && `2027-03-11T${start.slice(0, 2)}:30:00.000Z`,
})
const a = session('a', '09:00', 'large')
const b = session('b', '10:00', 'small')
const c = session('c', null, 'large')
const sessions = [a, b, c]
const columns = ['large', 'small', 'foyer']
const ground = { sessions, columns, day: '2027-03-11', opensAt: 0, timeZone: 'UTC' }
const told = (edits: ReturnType<typeof dropTogether> | null) =>
  (edits ?? []).map(({ sessionId, set }) =>
    [
      sessionId,
      set.startsAt === null ? 'tray' : set.startsAt?.slice(11, 16),
      set.endsAt?.slice(11, 16),
      set.roomId,
    ]
      .filter(Boolean)
      .join(' '),
  )

describe('what is done to several at once', () => {
  it('concerns all that are chosen, when it is done to one of them', () => {
    const ids = (chosen: string[], of: DraftSession) => concerned(of, chosen, sessions).map(({ id }) => id)
    expect(ids(['a', 'b'], a)).toEqual(['a', 'b'])
    expect(ids(['a', 'b'], c)).toEqual(['c'])
    expect(ids(['a'], a)).toEqual(['a'])
  })

  it.each<[string, boolean, string[]]>([
    ['ArrowDown', false, ['a 09:05 09:35', 'b 10:05 10:35']],
    ['ArrowDown', true, ['a 09:35', 'b 10:35']],
    ['ArrowRight', false, ['a small', 'b foyer']],
    // The first of them stands in the first room already: none is moved, so that they stay beside each other.
    ['ArrowLeft', false, []],
    ['Delete', false, ['a tray', 'b tray']],
  ])('%s, with Shift %s', (key, shiftKey, wanted) => {
    const pressed = { key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }
    expect(told(keyGesture(pressed, a, ground, [a, b]))).toEqual(wanted)
  })

  it('by dragging one, the others go as far, and as many rooms on', () => {
    const to = { startsAt: Date.parse('2027-03-11T09:20Z'), roomId: 'small' }
    expect(told(dropTogether(a, [a, b, c], to, columns))).toEqual([
      'a 09:20 09:50 small',
      'b 10:20 10:50 foyer',
    ])
    const far = { startsAt: Date.parse('2027-03-11T09:20Z'), roomId: 'foyer' }
    expect(told(dropTogether(a, [a, b], far, columns))).toEqual([
      'a 09:20 09:50 foyer',
      'b 10:20 10:50 foyer',
    ])
  })
})
