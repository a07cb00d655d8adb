import { expect, it } from 'vitest'
import { shortWays } from './own-ways.ts'

const at = (id: string, roomId: string, from: string, to: string) => ({
  id,
  roomId,
  startsAt: `2027-07-02T${from}:00Z`,
  endsAt: `2027-07-02T${to}:00Z`,
})
const places: Record<string, { id: string; latitude: number | null; longitude: number | null }> = {
  river: { id: 'river', latitude: 16.07, longitude: 108.224 },
  beach: { id: 'beach', latitude: 16.06, longitude: 108.247 },
  unmapped: { id: 'unmapped', latitude: null, longitude: null },
}
const found = (...sessions: ReturnType<typeof at>[]) =>
  [...shortWays(sessions, (roomId) => places[roomId ?? ''] ?? null)].map(
    ([id, { from, needed, there }]) => `${from.id}>${id} ${needed} of ${there}`,
  )

it.each([
  [
    'in one house no time is needed',
    [at('a', 'river', '10:00', '12:00'), at('b', 'river', '12:00', '14:00')],
    [],
  ],
  [
    'too short across the town',
    [at('a', 'river', '10:00', '12:00'), at('b', 'beach', '12:10', '14:00')],
    ['a>b 18 of 10'],
  ],
  ['long enough', [at('a', 'river', '10:00', '12:00'), at('b', 'beach', '12:30', '14:00')], []],
  [
    'half an hour to a place that is on no map',
    [at('a', 'river', '10:00', '12:00'), at('b', 'unmapped', '12:20', '14:00')],
    ['a>b 30 of 20'],
  ],
  [
    'what runs at the same time is a clash, not a way',
    [at('a', 'river', '10:00', '12:00'), at('b', 'beach', '11:00', '14:00')],
    [],
  ],
  [
    'from the one that ends last before it',
    [
      at('a', 'beach', '09:00', '10:00'),
      at('b', 'river', '09:30', '11:55'),
      at('c', 'beach', '12:00', '13:00'),
    ],
    ['b>c 18 of 5'],
  ],
])('%s', (_, sessions, expected) => {
  expect(found(...sessions)).toEqual(expected)
})
