import { and, asc, count, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { cancelOwnRegistration } from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { outbox, session, signUp } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { meeting } from '#tests/meeting.ts'
import { leaveSession } from './leave-session.server.ts'
import { signUpForSession } from './sign-up.server.ts'

await testDatabase()

const seats = 20
let sessionId = ''
let guests: { id: string; token: string }[] = []

beforeEach(async () => {
  const made = await event()
  sessionId = (await sessionOf(made, { capacity: seats })).id
  await publishAgenda(system(), { eventId: made.id })
  guests = []
  for (let n = 0; n < 200; n++) {
    const { id, tokenSalt } = await registration(made.guest)
    guests.push({ id, token: personalToken(tokenSalt) })
  }
})

const inOrder = () =>
  database().select().from(signUp).where(eq(signUp.sessionId, sessionId)).orderBy(asc(signUp.arrival))
const everybody = () => Promise.all(guests.map(({ token }) => signUpForSession(visitor(), token, sessionId)))
const counters = async () => {
  const [row] = await database().select().from(session).where(eq(session.id, sessionId))
  return { signedUp: row?.signedUp, waitlisted: row?.waitlisted }
}

describe('200 people at 20 seats', () => {
  it('seats the first 20, and 180 wait in order of arrival', async () => {
    const told = await everybody()
    const rows = await inOrder()
    expect(rows.map((row) => row.state)).toEqual([
      ...Array(seats).fill('confirmed'),
      ...Array(180).fill('waitlisted'),
    ])
    expect(told.filter((state) => state === 'confirmed')).toHaveLength(seats)
    expect(await counters()).toEqual({ signedUp: seats, waitlisted: 180 })
  })

  it('gives what ten leave at once, by both ways, to the ten who wait longest, with a mail each', async () => {
    await everybody()
    await database().delete(outbox)
    const rows = await inOrder()
    const tokenOf = (at: number) => guests.find(({ id }) => id === rows[at]?.registrationId)?.token ?? ''
    await Promise.all([
      ...[0, 1, 2, 3, 4].map((at) => leaveSession(visitor(), tokenOf(at), sessionId)),
      ...[5, 6, 7, 8, 9].map((at) => cancelOwnRegistration(visitor(), tokenOf(at))),
    ])
    const after = await inOrder()
    expect(after.map((row) => row.state)).toEqual([
      ...Array(10).fill('cancelled'),
      ...Array(20).fill('confirmed'),
      ...Array(170).fill('waitlisted'),
    ])
    expect(await counters()).toEqual({ signedUp: seats, waitlisted: 170 })
    const mails = await database()
      .select({ to: outbox.registrationId, facts: outbox.facts })
      .from(outbox)
      .where(eq(outbox.kind, 'signed-up'))
    const seated = mails.filter(({ facts }) => (facts as StoredFacts).places?.[0]?.state === 'confirmed')
    expect(seated.map((row) => row.to).sort()).toEqual(
      rows
        .slice(20, 30)
        .map((row) => row.registrationId)
        .sort(),
    )
  })

  it('control: counting first and inserting then oversells, so the race is real', async () => {
    const seated = and(eq(signUp.sessionId, sessionId), eq(signUp.state, 'confirmed'))
    const countThenInsert = (registrationId: string, counted = async () => {}) =>
      withTransaction(async (tx) => {
        const [taken] = await tx.select({ seats: count() }).from(signUp).where(seated)
        const state = (taken?.seats ?? 0) < seats ? 'confirmed' : 'waitlisted'
        await counted()
        await tx.insert(signUp).values({ sessionId, registrationId, state })
      })
    const ids = guests.map(({ id }) => id)
    for (const id of ids.slice(0, seats - 1)) await countThenInsert(id)
    const bothCounted = meeting(2)
    await Promise.all(ids.slice(seats, seats + 2).map((id) => countThenInsert(id, bothCounted)))
    expect((await inOrder()).filter((row) => row.state === 'confirmed')).toHaveLength(seats + 1)
  })
})
