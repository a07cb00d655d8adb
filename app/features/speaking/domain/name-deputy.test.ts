import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import type { StoredFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { activity, file, outbox, person, slides } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import { nameDeputy } from './name-deputy.server.ts'
import { restoreDeputy } from './restore-deputy.server.ts'
import { withdrawDeputy } from './withdraw-deputy.server.ts'

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
  const [stored] = await listDraftSessions(event.id)
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
  const [stored] = await listDraftSessions(event.id)
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

it.each(['the organizers', 'the deputy', 'the speaker'])(
  'a deputy withdrawn by %s is told by mail',
  async (who) => {
    const { token, session, event, person: speaker } = await linkedSpeaker()
    const ctx = system()
    const email = `deputy-${event.id}@example.org`
    await nameDeputy(visitor(), token, { sessionId: session.id, name: 'Lê Minh', email })
    await publishAgenda(ctx, { eventId: event.id })
    expect(await told(email)).toEqual([['speaker-asked', 'REQUEST']])
    expect((await told(String(speaker.email))).at(-1)).toEqual(['speaker-cancelled', 'CANCEL'])
    const [now] = await listDraftSessions(event.id)
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
    } else if (who === 'the speaker') {
      await withdrawDeputy(visitor(), token, session.id)
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
  },
)

/** A file that somebody handed in for a session. */
async function handsIn(sessionId: string, personId: string, name: string) {
  const [stored] = await db
    .insert(file)
    .values({ name, type: 'application/pdf', size: 1, completedAt: new Date() })
    .returning()
  await db.insert(slides).values({ sessionId, personId, fileId: stored?.id ?? '' })
}

const slidesAt = async (sessionId: string) =>
  new Map(
    (
      await db
        .select({ name: file.name, personId: slides.personId })
        .from(slides)
        .innerJoin(file, eq(file.id, slides.fileId))
        .where(eq(slides.sessionId, sessionId))
    ).map((row) => [row.name, row.personId]),
  )

it('a speaker who takes the deputy back has seat, turn and own slides again, and can undo it', async () => {
  const { token, session, event, person: speaker } = await linkedSpeaker()
  const appearances = async () => (await listDraftSessions(event.id))[0]?.appearances
  const before = await appearances()
  await handsIn(session.id, speaker.id, 'mine.pdf')
  await nameDeputy(visitor(), token, { sessionId: session.id, name: 'Lê Minh', email: 'own@example.org' })
  const sent = await appearances()
  const deputyId = sent?.[0]?.personId ?? ''
  expect(deputyId).not.toBe(speaker.id)
  await handsIn(session.id, deputyId, 'theirs.pdf')

  const change = await withdrawDeputy(visitor(), token, session.id)
  expect(await appearances()).toEqual(before)
  const back = new Map(Object.entries({ 'mine.pdf': speaker.id, 'theirs.pdf': deputyId }))
  expect(await slidesAt(session.id)).toEqual(back)
  await expect(withdrawDeputy(visitor(), token, session.id)).rejects.toMatchObject({ code: 'deputy-missing' })

  await restoreDeputy(visitor(), token, { sessionId: session.id, change })
  expect(await appearances()).toEqual(sent)
  expect([...(await slidesAt(session.id)).values()]).toEqual([deputyId, deputyId])
  const noted = await db
    .select({ verb: activity.verb, subject: activity.subjectName })
    .from(activity)
    .where(eq(activity.subjectId, deputyId))
    .orderBy(asc(activity.id))
  expect(noted.filter((one) => one.verb.startsWith('deputy.'))).toEqual(
    ['deputy.named', 'deputy.withdrawn', 'deputy.named'].map((verb) => ({ verb, subject: 'Lê Minh' })),
  )
})

it('undoes nothing that was no withdrawal of this speaker’s deputy', async () => {
  const [one, other] = [await linkedSpeaker(), await linkedSpeaker()]
  const { token, session } = other
  await nameDeputy(visitor(), token, { sessionId: session.id, name: 'Lê Minh', email: 'two@example.org' })
  const change = await withdrawDeputy(visitor(), token, session.id)
  for (const [at, sessionId, number] of [
    [one.token, one.session.id, change],
    [token, session.id, change + 1_000_000],
    [token, one.session.id, change],
  ] as const) {
    await expect(restoreDeputy(visitor(), at, { sessionId, change: number })).rejects.toMatchObject({
      code: 'deputy-missing',
    })
  }
})
