import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { rowsOf } from './rows-of.server.ts'

const { db } = await testDatabase()

const id = '3f0c7a52-4b1e-4a68-9a3d-0f6f7d1c2b3a'
const at = new Date('2026-11-05T08:30:00Z')

test('rows arrive with their types, in their order, and what they leave out is null', async () => {
  const kept = [
    {
      id,
      personId: id,
      name: 'Đặng "Ơn"',
      place: 2,
      gap: 0.5,
      isOpen: true,
      at,
      facts: { lines: ['một', 'hai'] },
    },
    { name: "d'Ottignies \\ Hồ", place: 1, isOpen: null },
  ]
  const one = rowsOf(
    'one',
    {
      id: 'uuid',
      personId: 'uuid',
      name: 'text',
      place: 'int',
      gap: 'float8',
      isOpen: 'boolean',
      at: 'timestamptz',
      facts: 'jsonb',
    },
    kept,
  )
  const found = await db.execute(sql`
    select ${one.id}, ${one.personId}, ${one.name}, ${one.place}, ${one.gap}, ${one.isOpen},
      extract(epoch from ${one.at})::float8 as at, ${one.facts} ->> 'lines' as lines, pg_typeof(${one.gap})::text as type
    from ${one.rows} order by ${one.place} desc`)
  expect([...found]).toEqual([
    {
      id,
      personId: id,
      name: 'Đặng "Ơn"',
      place: 2,
      gap: 0.5,
      isOpen: true,
      at: at.getTime() / 1000,
      lines: '["một", "hai"]',
      type: 'double precision',
    },
    {
      id: null,
      personId: null,
      name: "d'Ottignies \\ Hồ",
      place: 1,
      gap: null,
      isOpen: null,
      at: null,
      lines: null,
      type: 'double precision',
    },
  ])
})

test('no rows are an empty table', async () => {
  const none = rowsOf('none', { id: 'uuid' }, [])
  expect([...(await db.execute(sql`select ${none.id} from ${none.rows}`))]).toEqual([])
})

test('what is misspelt does not compile', () => {
  const held = [{ id, attempts: 3 }]
  // @ts-expect-error A row says something that no column takes.
  rowsOf('mail', { id: 'uuid', attemps: 'int' }, held)
  // @ts-expect-error It is not what the column holds.
  rowsOf('mail', { id: 'uuid', attempts: 'text' }, held)
  // @ts-expect-error PostgreSQL knows no such type.
  rowsOf('mail', { id: 'uuid', attempts: 'number' }, held)
  const mail = rowsOf('mail', { id: 'uuid', attempts: 'int' }, held)
  // @ts-expect-error No such column.
  expect(mail.attemps).toBeUndefined()
})
