import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { file, portrait, slides } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { first } from '#tests/factories/numbers.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { findPublishedRecap } from './published-recap.server.ts'

const { db } = await testDatabase()

it('leaves out slides that were closed or taken back since', async () => {
  const of = await event()
  const speaker = await person()
  const { id: sessionId, title } = await session(of, [speaker])
  const handIn = async (name: string) => {
    const kept = first(await db.insert(file).values({ name, type: 'application/pdf', size: 9 }).returning())
    const values = { sessionId, personId: speaker.id, fileId: kept.id, isPublic: true }
    const { id } = first(await db.insert(slides).values(values).returning())
    return { id, name, size: 9, personName: speaker.name, sessionTitle: title }
  }
  const [open, closed, gone] = [await handIn('a.pdf'), await handIn('b.pdf'), await handIn('c.pdf')]
  await publishedRecap(of, { slides: [open, closed, gone] })
  const shown = async () => (await findPublishedRecap(of.id))?.content.slides.map((one) => one.name)
  expect(await shown()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  await db.update(slides).set({ isPublic: false }).where(eq(slides.id, closed.id))
  await db.delete(slides).where(eq(slides.id, gone.id))
  expect(await shown()).toEqual(['a.pdf'])
})

it('shows the portrait of today, and none that was taken away', async () => {
  const of = await event()
  const { id, slug, name } = await person()
  const empty = { honorific: {}, position: {}, affiliation: {} }
  const before = '00000000-0000-4000-8000-000000000001'
  await publishedRecap(of, { people: [{ id, slug, name, ...empty, portraitId: before }] })
  const shown = async () => (await findPublishedRecap(of.id))?.content.people[0]?.portraitId
  expect(await shown()).toBeNull()
  const now = first(await db.insert(portrait).values({ personId: id }).returning())
  expect(await shown()).toBe(now.id)
})
