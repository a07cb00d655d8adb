import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { exportRegistrations, exportWorkbook } from './export-registrations.server.ts'

const { db } = await testDatabase()

async function crowded(count: number) {
  const at = await event()
  const row = await registration(at.guest)
  await db.execute(sql`
    insert into registration (event_id, category_id, state, name, email, email_key, locale, consent_at, token_salt, token_hash)
    select ${at.id}, ${at.guest.id}, 'pending', 'Khách ' || n, n || '@x.vn', n || '@x.vn', 'vi', now(), n, ${row.id} || n
    from generate_series(2, ${count}::int) n`)
  return at
}

test('reads every row once, a batch at a time, in order of arrival', async () => {
  const at = await crowded(2500)
  const sizes: number[] = []
  const arrivals: number[] = []
  for await (const batch of await exportRegistrations(system(), at.id, {})) {
    sizes.push(batch.length)
    arrivals.push(...batch.map(({ arrival }) => arrival))
  }
  expect(sizes).toEqual([500, 500, 500, 500, 500])
  expect(new Set(arrivals).size).toBe(2500)
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b))
})

test('a workbook that would hold up others is refused', async () => {
  const at = await crowded(20_001)
  await expect(exportWorkbook(system(), at.id, {})).rejects.toMatchObject({ code: 'workbook-too-long' })
  expect(await exportWorkbook(system(), at.id, { state: 'confirmed' })).toHaveLength(1)
})

test('is for those who manage registrations', async () => {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const door = signedIn(await memberOf(body, 'door'))
  await expect(exportRegistrations(door, at.id, {})).rejects.toMatchObject({ kind: 'rights' })
  await expect(exportWorkbook(door, at.id, {})).rejects.toMatchObject({ kind: 'rights' })
})
