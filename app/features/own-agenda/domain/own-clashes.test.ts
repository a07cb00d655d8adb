import { expect, it } from 'vitest'
import { ownClashes } from './own-clashes.ts'

const at = (id: string, from: string, to: string) => ({
  id,
  startsAt: `2027-06-01T${from}`,
  endsAt: `2027-06-01T${to}`,
})
const cases: [string, ReturnType<typeof at>[], Record<string, string[]>][] = [
  ['nothing', [], {}],
  ['one after the other', [at('a', '09', '10'), at('b', '10', '11')], {}],
  ['an overlap, both ways', [at('b', '09:30', '11'), at('a', '09', '10')], { a: ['b'], b: ['a'] }],
  ['the same time', [at('a', '09', '10'), at('b', '09', '10')], { a: ['b'], b: ['a'] }],
  [
    'one across two',
    [at('day', '09', '17'), at('a', '09', '10'), at('b', '10', '11')],
    { day: ['a', 'b'], a: ['day'], b: ['day'] },
  ],
]

it.each(cases)('finds %s', (_, sessions, wanted) => {
  const found = [...ownClashes(sessions)].map(([id, others]) => [id, others.map((one) => one.id).sort()])
  expect(Object.fromEntries(found)).toEqual(wanted)
})
