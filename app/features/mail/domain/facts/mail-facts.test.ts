import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { event as events, venue } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { eventFacts } from './mail-facts.server.ts'

const { db } = await testDatabase()

it('names the page of an event only while readers can open it', async () => {
  const { id, slug } = await event()
  const url = async () => {
    const [at] = await db
      .select({ event: events, venue })
      .from(events)
      .leftJoin(venue, eq(venue.id, events.venueId))
      .where(eq(events.id, id))
    if (!at) throw new Error('The event is gone.')
    return eventFacts({ ...at, hosts: [], words: [], hasRecap: false }, 'vi').url
  }
  expect(await url()).toMatch(new RegExp(`/vi/events/${slug}$`))
  await db.update(events).set({ publishedAt: null }).where(eq(events.id, id))
  expect(await url()).toBeNull()
})
