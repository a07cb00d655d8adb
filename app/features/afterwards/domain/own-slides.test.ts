import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { file, session as sessions, signUp, slides, star } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { first } from '#tests/factories/numbers.ts'
import { registration } from '#tests/factories/registrations.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { listOwnSlides } from './own-slides.server.ts'

const { db } = await testDatabase()

async function handIn(
  of: { id: string },
  personId: string,
  values: Partial<typeof slides.$inferInsert> = {},
) {
  const name = `${values.isPublic === false ? 'closed' : 'open'}.pdf`
  const kept = first(await db.insert(file).values({ name, type: 'application/pdf', size: 9 }).returning())
  const row = { sessionId: of.id, personId, fileId: kept.id, isPublic: true, ...values }
  return first(await db.insert(slides).values(row).returning())
}

it('gives open slides of published sessions that somebody marked or had a seat in, and no others', async () => {
  const made = await event()
  const speaker = await person()
  const titles = ['starred', 'seated', 'waited', 'passed over', 'never published']
  const shown = []
  for (const vi of titles)
    shown.push(await session(made, [speaker], { title: { vi, original: 'vi' as const } }))
  const [starred, seated, waited, other, draft] = shown
  if (!starred || !seated || !waited || !other || !draft) throw new Error('Five sessions were made')
  await version(made, 1, starred, seated, waited, other)
  for (const one of shown) await handIn(one, speaker.id)
  await handIn(starred, speaker.id, { isPublic: false })
  await handIn(starred, speaker.id, { removedAt: new Date() })
  const guest = await registration(made.guest)
  const registrationId = guest.id
  await db.insert(star).values([starred, draft].map(({ id }) => ({ registrationId, sessionId: id })))
  await db.insert(signUp).values([
    { registrationId, sessionId: seated.id, state: 'confirmed' },
    { registrationId, sessionId: waited.id, state: 'waitlisted' },
  ])
  const read = async () => {
    const found = await listOwnSlides(made.id, registrationId)
    return found.map((one) => [one.session.title.vi, ...one.files.map((given) => given.name)]).sort()
  }
  expect(await read()).toEqual([
    ['seated', 'open.pdf'],
    ['starred', 'open.pdf'],
  ])
  // What is written in the draft is for the desk.
  await db
    .update(sessions)
    .set({ title: { vi: 'secret', original: 'vi' } })
    .where(eq(sessions.eventId, made.id))
  expect(JSON.stringify(await listOwnSlides(made.id, registrationId))).not.toContain('secret')
  expect(await listOwnSlides(made.id, (await registration(made.guest)).id)).toEqual([])
})
