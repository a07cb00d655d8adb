import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { previewPublication } from '#app/features/publishing/domain/preview-publication.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { outbox, session, signUp, star } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { leaveSession } from './leave-session.server.ts'
import { listOwnSessions } from './own-sessions.server.ts'
import { signUpForSession } from './sign-up.server.ts'
import { starSession } from './star-session.server.ts'
import { unstarSession } from './unstar-session.server.ts'

await testDatabase()

async function festival(capacity = 1) {
  const made = await event()
  const talk = await sessionOf(made)
  const small = await sessionOf(made, { capacity, from: 30 })
  await publishAgenda(system(), { eventId: made.id })
  const guest = async (values = {}) => {
    const row = await registration(made.guest, values)
    return { ...row, token: personalToken(row.tokenSalt) }
  }
  return { made, talk, small, guest }
}

const mailsOf = (eventId: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, 'own-agenda-changed')))
    .orderBy(asc(outbox.recipientEmail))

describe('an own agenda', () => {
  it('holds what is marked and signed up for, each once', async () => {
    const { talk, small, guest } = await festival()
    const [first, second, third] = [await guest(), await guest(), await guest()]
    await starSession(first.token, talk.id)
    await starSession(first.token, talk.id)
    expect(await signUpForSession(visitor(), first.token, small.id)).toBe('confirmed')
    expect(await signUpForSession(visitor(), first.token, small.id)).toBe('confirmed')
    expect(await signUpForSession(visitor(), second.token, small.id)).toBe('waitlisted')
    expect(await signUpForSession(visitor(), third.token, small.id)).toBe('waitlisted')
    const own = await listOwnSessions(first.id)
    expect(own).toHaveLength(2)
    expect(own).toContainEqual({ sessionId: talk.id, starred: true, signUp: null, seats: 0, place: null })
    expect(own).toContainEqual({
      sessionId: small.id,
      starred: false,
      signUp: 'confirmed',
      seats: 1,
      place: null,
    })
    expect(await listOwnSessions(third.id)).toMatchObject([{ signUp: 'waitlisted', place: 2 }])
    await unstarSession(first.token, talk.id)
    await leaveSession(visitor(), first.token, small.id)
    await leaveSession(visitor(), first.token, small.id)
    expect(await listOwnSessions(first.id)).toEqual([])
    expect(await listOwnSessions(second.id)).toMatchObject([{ signUp: 'confirmed' }])
    expect(await signUpForSession(visitor(), first.token, small.id)).toBe('waitlisted')
    expect(await listOwnSessions(first.id)).toMatchObject([{ place: 2 }])
  })

  it('refuses what has no seats of its own, what is not published, and whoever has no seat at the event', async () => {
    const { made, talk, small, guest } = await festival()
    const waiting = await guest({ state: 'waitlisted' })
    const code = (of: Promise<unknown>) => expect(of).rejects
    await code(signUpForSession(visitor(), waiting.token, small.id)).toMatchObject({
      code: 'sign-up-needs-seat',
    })
    const seated = await guest()
    await code(signUpForSession(visitor(), seated.token, talk.id)).toMatchObject({ code: 'sign-up-none' })
    const secret = await sessionOf(made, { capacity: 5, from: 60 })
    await code(signUpForSession(visitor(), seated.token, secret.id)).toMatchObject({ code: 'sign-up-none' })
    const late = visitor('vi', small.startsAt ?? new Date())
    await code(signUpForSession(late, seated.token, small.id)).toMatchObject({ code: 'sign-up-over' })
    const other = await festival()
    await code(starSession(seated.token, other.talk.id)).toMatchObject({ code: 'session-missing' })
    await code(signUpForSession(visitor(), seated.token, other.small.id)).toMatchObject({
      code: 'session-missing',
    })
    const gone = await guest({ state: 'cancelled' })
    await code(starSession(gone.token, talk.id)).toMatchObject({ code: 'own-agenda-closed' })
    expect(await database().select().from(signUp).where(eq(signUp.sessionId, small.id))).toEqual([])
    expect(await database().select().from(star).where(eq(star.sessionId, talk.id))).toEqual([])
  })

  it('gives new seats to those who wait when they are published', async () => {
    const { made, small, guest } = await festival()
    const [first, second] = [await guest(), await guest()]
    await signUpForSession(visitor(), first.token, small.id)
    await signUpForSession(visitor(), second.token, small.id)
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: small.id, was: {}, set: { capacity: 2 } }],
    })
    expect(await listOwnSessions(second.id)).toMatchObject([{ signUp: 'waitlisted' }])
    await publishAgenda(system(), { eventId: made.id })
    expect(await listOwnSessions(second.id)).toMatchObject([{ signUp: 'confirmed' }])
    const [row] = await database().select().from(session).where(eq(session.id, small.id))
    expect(row).toMatchObject({ signedUp: 2, waitlisted: 0 })
  })
})

describe('publishing changes of own sessions', () => {
  it('tells each attendee of theirs only, once, as the preview showed', async () => {
    const { made, talk, small, guest } = await festival()
    const [both, one, , left] = [await guest(), await guest(), await guest(), await guest()]
    for (const token of [both.token, left.token]) await starSession(token, talk.id)
    await signUpForSession(visitor(), both.token, small.id)
    await signUpForSession(visitor(), one.token, small.id)
    await unstarSession(left.token, talk.id)
    const later = new Date(made.startsAt.getTime() + 3_600_000)
    await editDraft(system(), {
      eventId: made.id,
      edits: [
        { kind: 'edit', sessionId: talk.id, was: {}, set: { title: { vi: 'Tên mới', en: 'New name' } } },
        {
          kind: 'edit',
          sessionId: small.id,
          was: {},
          set: { startsAt: later.toISOString(), endsAt: new Date(later.getTime() + 1_800_000).toISOString() },
        },
      ],
    })
    const { mails } = await previewPublication(system(), { eventId: made.id })
    expect(await mailsOf(made.id)).toEqual([])
    await publishAgenda(system(), { eventId: made.id })
    const sent = await mailsOf(made.id)
    const lines = (row: (typeof sent)[number]) =>
      (row.facts.ownChanges as { sessionId: string; kind: string }[]).map((line) => [
        line.sessionId,
        line.kind,
      ])
    const wanted = [
      [talk.id, 'changed'],
      [small.id, 'moved'],
    ]
    expect(Object.fromEntries(sent.map((row) => [row.registrationId, lines(row)]))).toEqual({
      [both.id]: expect.arrayContaining(wanted),
      [one.id]: [[small.id, 'moved']],
    })
    expect(mails.map((mail) => mail.recipientEmail).sort()).toEqual([both.email, one.email].sort())
    expect(mails.every((mail) => mail.kind === 'own-agenda-changed' && mail.words)).toBe(true)
  })

  it('says nothing of new words in an abstract, and tells of what is dropped', async () => {
    const { made, talk, guest } = await festival()
    const someone = await guest()
    await starSession(someone.token, talk.id)
    const edit = (set: object) =>
      editDraft(system(), {
        eventId: made.id,
        edits: [{ kind: 'edit', sessionId: talk.id, was: {}, set }],
      })
    await edit({ abstract: { vi: 'Lời giới thiệu' } })
    await publishAgenda(system(), { eventId: made.id })
    expect(await mailsOf(made.id)).toEqual([])
    await edit({ dropped: true })
    await publishAgenda(system(), { eventId: made.id })
    expect((await mailsOf(made.id)).map((row) => row.facts.ownChanges)).toMatchObject([
      [{ kind: 'cancelled' }],
    ])
  })
})
