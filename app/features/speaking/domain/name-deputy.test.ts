import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import type { StoredFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { outbox, person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
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

/** What was mailed to an address so far, by kind, and what its calendar entry does. */
async function told(email: string) {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.recipientEmail, email))
    .orderBy(asc(outbox.createdAt))
  return rows.map(({ kind, facts }) => [kind, (facts as StoredFacts).calendar?.method])
}

it.each(['the organizers', 'the deputy'])('a deputy withdrawn by %s is told by mail', async (who) => {
  const { token, session, event, person: speaker } = await linkedSpeaker()
  const ctx = system()
  const email = `deputy-${event.id}@example.org`
  await nameDeputy(visitor(), token, { sessionId: session.id, name: 'Lê Minh', email })
  await publishAgenda(ctx, { eventId: event.id })
  expect(await told(email)).toEqual([['speaker-asked', 'REQUEST']])
  expect((await told(String(speaker.email))).at(-1)).toEqual(['speaker-cancelled', 'CANCEL'])
  const [now] = await readDraftSessions(event.id)
  const appearances = now?.appearances ?? []
  const deputyId = appearances[0]?.personId ?? ''
  if (who === 'the organizers') {
    const back = appearances.map((one) => ({ ...one, personId: speaker.id, deputyForId: null }))
    const edit = {
      kind: 'edit',
      sessionId: session.id,
      was: { appearances },
      set: { appearances: back },
    } as const
    expect(await editDraft(ctx, { eventId: event.id, edits: [edit] })).toMatchObject({ done: true })
  } else {
    const links = await withTransaction((tx) => ensureSpeaking(tx, event.id, [deputyId]))
    const row = links.get(deputyId)
    const own = row ? speakingToken.person(row) : ''
    const next = { sessionId: session.id, name: 'Lan', email: String(speaker.email) }
    await nameDeputy(visitor(), own, next)
  }
  await publishAgenda(ctx, { eventId: event.id })
  expect(await told(email)).toEqual([
    ['speaker-asked', 'REQUEST'],
    ['speaker-cancelled', 'CANCEL'],
  ])
  expect((await told(String(speaker.email))).at(-1)?.[1]).toBe('REQUEST')
})
