import { expect, it } from 'vitest'
import { testDatabase } from '../database.ts'

const { sql } = await testDatabase()

it('an index falls as `desc` in a statement does: with nulls first, or every row is sorted for one page', async () => {
  const other =
    await sql`select indexdef from pg_indexes where schemaname = 'public' and indexdef ~ 'DESC NULLS LAST'`
  expect(Array.from(other, ({ indexdef }) => indexdef)).toEqual([])
})
