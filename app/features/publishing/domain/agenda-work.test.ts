import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { getDraftRows } from '#app/features/agenda/domain/draft/draft-rows.server.ts'
import { freezeAgenda } from '#app/features/agenda/domain/draft/freeze-agenda.ts'
import { agendaVersion, invitation, person as people, session as sessions } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { getAgendaWork } from './agenda-work.server.ts'

await testDatabase()

/** Publishes the draft as it is, behind the verbs' back. */
async function publishAsItIs(eventId: string) {
  const agenda = await withTransaction(async (tx) => freezeAgenda(await getDraftRows(tx, eventId)))
  await database().insert(agendaVersion).values({ eventId, number: 1, agenda })
}

describe('what is to be done about an agenda', () => {
  it('is nothing at an event without one', async () => {
    const work = await getAgendaWork((await event()).id)
    expect(Object.values(work).every((count) => count === 0)).toBe(true)
  })

  it('is publishing it for the first time, then what changed since', async () => {
    const at = await event()
    const title = { vi: 'Phiên', en: 'Session' }
    const slot = { title, startsAt: at.startsAt, endsAt: new Date(at.startsAt.getTime() + 60 * 60_000) }
    const speaker = await person()
    const one = await session(at, [speaker], slot)
    await session(at, [], { title, startsAt: null, endsAt: null })
    await session(at, [], { ...slot, cancelledAt: new Date() })
    expect(await getAgendaWork(at.id)).toMatchObject({
      sessions: 2,
      unplaced: 1,
      firstToPublish: 1,
      unpublished: 0,
    })
    await publishAsItIs(at.id)
    expect(await getAgendaWork(at.id)).toMatchObject({ firstToPublish: 0, unpublished: 0 })
    await database()
      .update(people)
      .set({ biography: { vi: 'Đạo diễn' } })
      .where(eq(people.id, speaker.id))
    expect(await getAgendaWork(at.id)).toMatchObject({ unpublished: 1, peopleTexts: 1 })
    await database()
      .update(sessions)
      .set({ title: { vi: 'Phiên khác' } })
      .where(eq(sessions.id, one.id))
    await session(at, [], slot)
    expect(await getAgendaWork(at.id)).toMatchObject({ unpublished: 2, sessionTexts: 1 })
  })

  it('is a person in two places at once, and an invitation without an answer', async () => {
    const { event: at, invitation: asked, person: speaker } = await invitedSpeaker()
    await publishAsItIs(at.id)
    expect(await getAgendaWork(at.id)).toMatchObject({ clashes: 0, unanswered: 1 })
    await session(at, [speaker], { endsAt: new Date(at.startsAt.getTime() + 30 * 60_000) })
    expect(await getAgendaWork(at.id)).toMatchObject({ clashes: 1, unanswered: 1 })
    await database().update(invitation).set({ answer: 'accepted' }).where(eq(invitation.id, asked.id))
    expect(await getAgendaWork(at.id)).toMatchObject({ unanswered: 0 })
  })

  it('takes as many statements for sixty sessions as for two', async () => {
    const of = async (count: number) => {
      const at = await event()
      for (let i = 0; i < count; i++) await session(at, [await person()])
      await publishAsItIs(at.id)
      const [first] = await database().select().from(sessions).where(eq(sessions.eventId, at.id)).limit(1)
      const who = await person()
      await database()
        .insert(invitation)
        .values({
          uid: at.id,
          personId: who.id,
          sessionId: first?.id ?? null,
          issuedAt: new Date(),
        })
      return (await statementsOf(() => getAgendaWork(at.id))).length
    }
    const few = await of(2)
    expect(few).toBeLessThanOrEqual(13)
    expect(await of(60)).toBe(few)
  })
})
