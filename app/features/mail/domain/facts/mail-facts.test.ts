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
    return eventFacts({ ...at, hosts: [], words: [], hasRecap: false, houses: [] }, 'vi').url
  }
  expect(await url()).toMatch(new RegExp(`/vi/events/${slug}$`))
  await db.update(events).set({ publishedAt: null }).where(eq(events.id, id))
  expect(await url()).toBeNull()
})

it('leads to the venue’s own page while readers can open it, and to a map before', async () => {
  const { id, slug } = await event()
  const way = async () => {
    const [at] = await db
      .select({ event: events, venue })
      .from(events)
      .leftJoin(venue, eq(venue.id, events.venueId))
      .where(eq(events.id, id))
    if (!at) throw new Error('The event is gone.')
    return eventFacts({ ...at, hosts: [], words: [], hasRecap: false, houses: [] }, 'en').wayUrl
  }
  expect(await way()).toMatch(new RegExp(`/en/events/${slug}/venues/harvard-university$`))
  await db.update(events).set({ publishedAt: null }).where(eq(events.id, id))
  expect(await way()).toMatch(/^https:\/\/www\.google\.com\/maps\//)
  await db.update(events).set({ venueId: null }).where(eq(events.id, id))
  expect(await way()).toBeNull()
})
