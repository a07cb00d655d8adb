import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { note, outbox, session as sessions } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { finishOwnAction } from './own-words.server.ts'
import { remindOfActions } from './remind-of-actions.server.ts'

await testDatabase()

async function table() {
  const of = await event({ publishedAt: new Date() })
  const speaker = await person()
  const talk = await session(of, [speaker])
  const row = (await withTransaction((tx) => ensureSpeaking(tx, of.id, [speaker.id]))).get(speaker.id)
  if (!row) throw new Error('no speaking')
  const action = (values: object = {}) =>
    noteOf(of, {
      kind: 'action',
      ownerId: speaker.id,
      sessionId: talk.id,
      text: write({ vi: 'Chào', en: 'Hello' }),
      dueOn: '2027-05-01',
      ...values,
    })
  return { of, talk, link: speakingToken.person(row), action }
}

describe('reminders of actions', () => {
  const day = 24 * 60 * 60_000
  const on = (date: Date) => date.toISOString().slice(0, 10)

  test('go out from three days before, once a week, and say nothing when it is done', async () => {
    const { of, action, link } = await table()
    const dueAt = new Date('2027-04-11T12:00:00Z')
    const { id } = await action({ dueOn: on(dueAt) })
    const at = (days: number) => system(new Date(dueAt.getTime() + days * day))
    expect(await remindOfActions(at(-5))).toBe(0)
    expect(await remindOfActions(at(-3))).toBe(1)
    expect(await remindOfActions(at(-2))).toBe(0)
    expect(await remindOfActions(at(4.5))).toBe(1)
    const mails = await database().select().from(outbox).where(eq(outbox.eventId, of.id))
    const [mail] = mails.filter((one) => one.kind === 'action-reminder')
    if (!mail) throw new Error('no mail')
    const { message } = await composeMail(mail, await findMailBasis([mail]))
    expect(message.subject).toContain('Chào')
    await finishOwnAction(visitor(), link, id)
    await expect(composeMail(mail, await findMailBasis([mail]))).rejects.toMatchObject({ code: 'not-owed' })
    expect(await remindOfActions(at(20))).toBe(0)
  })

  test('say nothing of what is off the record, not even when it became so after they were queued', async () => {
    const { of, talk, action } = await table()
    const { id } = await action()
    await action({ offRecord: true })
    const now = new Date('2027-05-01T12:00:00Z')
    expect(await remindOfActions(system(now))).toBe(1)
    const [mail] = await database().select().from(outbox).where(eq(outbox.eventId, of.id))
    if (!mail) throw new Error('no mail')
    const compose = async () => composeMail(mail, await findMailBasis([mail]))
    await compose()
    await database().update(sessions).set({ offRecord: true }).where(eq(sessions.id, talk.id))
    await expect(compose()).rejects.toMatchObject({ code: 'not-owed' })
    await database().update(sessions).set({ offRecord: false }).where(eq(sessions.id, talk.id))
    await compose()
    await database().update(note).set({ removedAt: now }).where(eq(note.id, id))
    await expect(compose()).rejects.toMatchObject({ code: 'not-owed' })
  })

  test('two processes at once remind once', async () => {
    const { action } = await table()
    await action()
    const now = new Date('2027-05-01T12:00:00Z')
    const [one = 0, two = 0] = await Promise.all([remindOfActions(system(now)), remindOfActions(system(now))])
    expect(one + two).toBe(1)
  })
})
