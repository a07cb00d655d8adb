import { describe, expect, test } from 'vitest'
import { keyOf, type Reversal, type Row, reversalOf } from './row-reversal.ts'

const event = (values: Row): Row => ({ id: '1', title: 'a', seated: 3, revision: 1, ...values })

describe('taking a change of a row back', () => {
  const renamed = { tableName: 'event', before: event({}), after: event({ title: 'b', revision: 2 }) }
  const seated = { tableName: 'event', before: event({}), after: event({ seated: 2 }) }
  const added = { tableName: 'event', before: null, after: event({}) }
  const removed = { tableName: 'registration', before: { id: '1', name: 'A', search: ' a' }, after: null }
  test.each<[string, Parameters<typeof reversalOf>[0], Row | null, Reversal | null]>([
    [
      'nobody touched it',
      renamed,
      event({ title: 'b', revision: 2 }),
      { kind: 'update', columns: { title: 'a', revision: 1 } },
    ],
    [
      'somebody saved another field',
      renamed,
      event({ title: 'b', accent: 'x', revision: 3 }),
      { kind: 'update', columns: { title: 'a' } },
    ],
    ['somebody changed the same field', renamed, event({ title: 'c', revision: 3 }), null],
    ['it is gone', renamed, null, null],
    ['others were seated since', seated, event({ seated: 7 }), { kind: 'update', columns: { seated: 8 } }],
    ['what was added goes', added, event({ revision: 4 }), { kind: 'delete' }],
    ['what was added and then changed stays', added, event({ title: 'c' }), null],
    ['what was added and is gone already', added, null, { kind: 'nothing' }],
    ['what was removed comes back', removed, null, { kind: 'insert', row: { id: '1', name: 'A' } }],
    ['what was removed is there again', removed, { id: '1', name: 'B' }, null],
  ])('%s', (_, change, now, expected) => {
    expect(reversalOf(change, now)).toEqual(expected)
  })

  test('a row is found by the key of its table', () => {
    const member = { organization_id: 'o', account_id: 'a', role: 'door' }
    expect(keyOf({ tableName: 'member', before: member, after: null })).toEqual({
      organization_id: 'o',
      account_id: 'a',
    })
    expect(keyOf(renamed)).toEqual({ id: '1' })
  })
})
