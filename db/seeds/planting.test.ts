import { asc, count } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { findEditions } from '#app/features/events/domain/listing/editions.server.ts'
import {
  agendaVersion,
  event,
  host,
  initiative,
  initiativeGoal,
  initiativeNote,
  member,
  person,
  picture,
  session,
} from '#db/schema/index.ts'
import { seedDatabase } from '#db/seed.server.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'

await testDatabase()

const counts = async () => {
  const tables = [
    event,
    host,
    person,
    session,
    agendaVersion,
    initiative,
    member,
    initiativeGoal,
    initiativeNote,
  ]
  return Promise.all(
    tables.map(async (table) => (await database().select({ rows: count() }).from(table))[0]?.rows),
  )
}

it('plants every world, published, and changes nothing when it runs again', async () => {
  await seedDatabase()
  const first = await counts()
  const events = await database().select().from(event).orderBy(asc(event.slug))
  expect(events.map((one) => one.slug)).toEqual([
    'danaff',
    'danaff-2023',
    'danaff-2024',
    'danaff-2025',
    'danaff-short-film-day',
    'danaff-student-day',
    'friends-roundtable',
    'harvard-roundtable-2025',
  ])
  expect(events.every((one) => one.publishedAt && one.isDemo)).toBe(true)
  const covered = await database().select({ use: picture.use }).from(picture)
  expect(covered.map((one) => one.use)).toEqual(['cover', 'cover', 'cover', 'cover'])
  const editions = await findEditions({ series: { id: events[3]?.seriesId ?? '' }, slug: 'danaff-2025' })
  expect([editions.previous?.edition, editions.next?.edition]).toEqual(['II', 'IV'])
  expect(await database().$count(initiativeNote)).toBe(6)
  const harvard = events.find((one) => one.slug === 'harvard-roundtable-2025')
  expect(harvard?.startsAt.toISOString()).toBe('2025-03-11T22:00:00.000Z')
  await seedDatabase()
  expect(await counts()).toEqual(first)
})
