import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readDraftSessions } from '#app/features/agenda/domain/draft.server.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/people-choices.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import { nameDeputy } from './name-deputy.server.ts'

const { db } = await testDatabase()

/** Somebody whom another body alone knows, at an event of its own. */
async function stranger(email: string) {
  const { event, ctx } = await organizedEvent()
  return addPerson(ctx, { eventId: event.id, name: 'Trịnh Đình Lê Minh', email })
}

it('meets by an address nobody whom a stranger alone knows', async () => {
  const { token, session, event } = await linkedSpeaker()
  const theirs = await stranger('minh@example.org')
  const input = { sessionId: session.id, name: 'Lê Minh', email: 'MINH@example.org' }
  await nameDeputy(visitor(), token, input)
  const [stored] = await readDraftSessions(event.id)
  const sent = stored?.appearances[0]?.personId ?? ''
  expect(sent).not.toBe(theirs.id)
  const [made] = await db.select().from(person).where(eq(person.id, sent))
  expect(made).toMatchObject({ name: 'Lê Minh', email: 'MINH@example.org' })
})

it('meets by an address whom a host knows, as the host named them', async () => {
  const { token, session, event } = await linkedSpeaker()
  const own = await addPerson(system(), {
    eventId: event.id,
    name: 'Ngô Phương Lan',
    email: 'lan@example.org',
  })
  await nameDeputy(visitor(), token, { sessionId: session.id, name: 'Lan', email: 'LAN@example.org' })
  const [stored] = await readDraftSessions(event.id)
  expect(stored?.appearances[0]?.personId).toBe(own.id)
})

it('names in a session nobody whom a stranger alone knows, by name or by id', async () => {
  const { event, ctx } = await organizedEvent()
  const theirs = await stranger('minh2@example.org')
  const named = await findPeopleMeant(ctx, event.id, [theirs.name, theirs.id])
  expect([...named.people, ...named.several]).toEqual([])
})
