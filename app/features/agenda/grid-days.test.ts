import { expect, test } from 'vitest'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { besideEach, dayGrid } from './grid-days.ts'
import { sessionsAround } from './sessions-around.ts'

const at = (id: string, roomId: string | null, from: string, to: string, kind = 'talk') =>
  ({
    id,
    slug: id,
    kind,
    title: { vi: id },
    abstract: {},
    languages: [],
    interpretation: [],
    capacity: null,
    signUp: false,
    trackId: null,
    roomId,
    startsAt: `2027-06-01T${from}:00.000Z`,
    endsAt: `2027-06-01T${to}:00.000Z`,
    appearances: [],
  }) as PublishedSession
const rooms = ['a', 'b', 'empty'].map((id) => ({ id, name: { vi: id }, venue: null }))
const sessions = [
  at('opening', null, '09:00', '09:30'),
  at('film', 'a', '09:30', '11:30'),
  at('talk', 'b', '09:30', '10:15'),
  at('clash', 'b', '10:00', '10:45'),
  at('tea', null, '11:30', '12:00', 'break'),
  at('after', 'a', '12:00', '13:00'),
]
const agenda: PublishedAgenda = { rooms, tracks: [], people: [], sessions }

test('rooms stand side by side, what is for all goes across, and a double booking gets a lane of its own', () => {
  const grid = dayGrid(agenda, sessions)
  expect(grid.rooms).toEqual([
    { id: 'a', columns: { from: 1, to: 2 } },
    { id: 'b', columns: { from: 2, to: 4 } },
  ])
  const cell = (id: string) => grid.cells.find((one) => one.session.id === id)
  expect(cell('opening')).toMatchObject({ rows: { from: 1, to: 2 }, columns: { from: 1, to: 4 } })
  expect(cell('film')).toMatchObject({ rows: { from: 2, to: 6 }, columns: { from: 1, to: 2 } })
  expect(cell('talk')?.columns).toEqual({ from: 2, to: 3 })
  expect(cell('clash')?.columns).toEqual({ from: 3, to: 4 })
  expect(grid.cells.map((one) => one.session.id)).toEqual([
    'opening',
    'film',
    'talk',
    'clash',
    'tea',
    'after',
  ])
  expect(grid.stretches.map((one) => one.minutes)).toEqual([30, 30, 15, 30, 45, 30, 60])
})

test('rooms of one house stand under it, wherever they stand in the list, and one house alone is not told', () => {
  const venue = (vi: string) => ({ vi })
  const placed = [
    { id: 'a', name: { vi: 'a' }, venue: null },
    { id: 'c', name: { vi: 'c' }, venue: venue('CGV') },
    { id: 'b', name: { vi: 'b' }, venue: venue('Nhà hát') },
  ]
  const shown = [...sessions, at('late', 'c', '20:00', '22:00')]
  const grid = dayGrid({ ...agenda, rooms: placed }, shown, venue('Nhà hát'))
  expect(grid.rooms.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(grid.houses).toEqual([
    { name: venue('Nhà hát'), columns: { from: 1, to: 4 } },
    { name: venue('CGV'), columns: { from: 4, to: 5 } },
  ])
  expect(dayGrid({ ...agenda, rooms: placed }, sessions, venue('Nhà hát')).houses).toEqual([])
  expect(dayGrid({ ...agenda, rooms: placed }, shown).houses[0]?.name).toBeNull()
})

test('no two cells share a place', () => {
  const { cells } = dayGrid(agenda, sessions)
  const places = cells.flatMap(({ rows, columns }) =>
    Array.from({ length: rows.to - rows.from }, (_, row) =>
      Array.from(
        { length: columns.to - columns.from },
        (_, column) => `${rows.from + row}/${columns.from + column}`,
      ),
    ).flat(),
  )
  expect(new Set(places).size).toBe(places.length)
})

test('what runs beside a session without beginning with it is said', () => {
  const beside = besideEach(sessions)
  expect(beside.get('film')?.map((one) => one.id)).toEqual(['clash'])
  expect(beside.get('talk')?.map((one) => one.id)).toEqual(['clash'])
  expect(beside.get('after')).toEqual([])
  expect(beside.has('tea')).toBe(false)
})

test('before and after are in one’s room, and what shares the time is neither', () => {
  const around = (id: string) => {
    const session = sessions.find((one) => one.id === id)
    if (!session) throw new Error(id)
    const { previous, next, together } = sessionsAround(sessions, session)
    return [previous?.id, next?.id, together.map((one) => one.id).join()]
  }
  expect(around('film')).toEqual(['opening', 'after', 'talk,clash'])
  expect(around('talk')).toEqual(['opening', 'after', 'film,clash'])
  expect(around('opening')).toEqual([undefined, 'film', ''])
  expect(around('after')).toEqual(['film', undefined, ''])
})
