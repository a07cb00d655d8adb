import { describe, expect, it } from 'vitest'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { movableGroups } from './movable.ts'

const day = '2025-03-11T'
const session = (id: string, start: string | null, end: string | null, dropped = false): DraftSession => ({
  id,
  slug: id,
  kind: 'talk',
  title: { vi: id },
  abstract: {},
  languages: [],
  interpretation: [],
  films: [],
  trackId: null,
  roomId: null,
  startsAt: start && `${day}${start}:00.000Z`,
  endsAt: end && `${day}${end}:00.000Z`,
  capacity: null,
  signUp: false,
  dropped,
  appearances: [],
})

const programme = [
  session('late', '12:00', '13:00'),
  session('two', '11:00', '12:00'),
  session('one', '10:00', '11:00'),
  session('beside', '11:00', '11:30'),
  session('early', '09:00', '10:00'),
  session('tray', null, null),
  session('gone', '10:00', '11:00', true),
]

describe('which session is moved', () => {
  it.each([
    ['08:00', { next: ['early'], later: ['one', 'two', 'beside', 'late'] }],
    ['10:00', { now: ['one'], next: ['two', 'beside'], later: ['late'], past: ['early'] }],
    ['12:30', { now: ['late'], past: ['early', 'one', 'two', 'beside'] }],
    ['13:00', { past: ['early', 'one', 'two', 'beside', 'late'] }],
  ])('at %s', (clock, groups) => {
    const found = movableGroups(programme, new Date(`${day}${clock}:00Z`))
    expect(
      Object.fromEntries(found.map(({ kind, sessions }) => [kind, sessions.map(({ id }) => id)])),
    ).toEqual(groups)
  })
})
