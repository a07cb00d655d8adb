import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { signUpForSession } from '#app/features/own-agenda/domain/sign-up.server.ts'
import { starSession } from '#app/features/own-agenda/domain/star-session.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { event as events, outbox, registration as registrations, reminder } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { cancelOwnRegistration } from '../lifecycle/cancel-registration.server.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { remindOfEvents } from './remind-of-events.server.ts'
import { switchReminders } from './switch-reminders.server.ts'

await testDatabase()
const hour = 60 * 60_000
const inHours = (hours: number, from = new Date()) => new Date(from.getTime() + hours * hour)

/** An event in so many hours, with somebody who has a seat. */
async function near(hours: number, values: Partial<typeof events.$inferInsert> = {}) {
  const startsAt = inHours(hours)
  const made = await event({
    startsAt,
    endsAt: inHours(2, startsAt),
    timeZone: 'Asia/Ho_Chi_Minh',
    ...values,
  })
  const guest = await registration(made.guest)
  return { made, guest, token: personalToken(guest.tokenSalt) }
}
const remindersOf = (eventId: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, 'reminder')))
    .orderBy(outbox.createdAt)
const kindsOf = async (eventId: string) =>
  (await remindersOf(eventId)).map(({ facts }) => (facts.reminder as { kind: string }).kind)

async function written(mail: typeof outbox.$inferSelect) {
  const { message } = await composeMail(mail, await findMailBasis([mail]))
  return { subject: String(message.subject), text: String(message.text) }
}
async function onlyMail(eventId: string) {
  const [mail, ...others] = await remindersOf(eventId)
  if (!mail || others.length > 0) throw new Error('not one mail')
  return mail
}

describe('an event reminds', () => {
  it('once the day before and once in the last hour, however often the task runs', async () => {
    const { made } = await near(26)
    const at = (hours: number) => remindOfEvents(system(inHours(hours)))
    await at(0)
    expect(await kindsOf(made.id)).toEqual([])
    await at(3)
    await at(3)
    await at(20)
    expect(await kindsOf(made.id)).toEqual(['day'])
    await at(25.5)
    await at(25.6)
    await at(26.5)
    expect(await kindsOf(made.id)).toEqual(['day', 'hour'])
  })

  it('once in two processes at once, and in batches of many', async () => {
    const { made } = await near(20)
    for (let n = 0; n < 4; n++) await registration(made.guest)
    await Promise.all([remindOfEvents(system(), 3), remindOfEvents(system(), 3), remindOfEvents(system(), 3)])
    await remindOfEvents(system(), 3)
    const told = (await remindersOf(made.id)).map((mail) => mail.registrationId)
    expect(told).toHaveLength(5)
    expect(new Set(told).size).toBe(5)
  })

  it('nobody whose task ended before its commit', async () => {
    const { made } = await near(20)
    const { withTransaction } = await import('#db/transaction.server.ts')
    const killed = withTransaction(async () => {
      await remindOfEvents(system())
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await kindsOf(made.id)).toEqual([])
    await remindOfEvents(system())
    expect(await kindsOf(made.id)).toEqual(['day'])
  })

  it('as its organizers chose', async () => {
    const none = await near(20, { remindsDayBefore: false })
    const late = await near(0.5, { remindsHourBefore: false })
    await remindOfEvents(system())
    expect(await kindsOf(none.made.id)).toEqual([])
    expect(await kindsOf(late.made.id)).toEqual([])
  })

  it('only whoever has a seat, wishes it, and was not told everything just now', async () => {
    const { made, token } = await near(20)
    await registration(made.guest, { state: 'waitlisted' })
    await registration(made.guest, { state: 'offered', addressAsked: true })
    await registration(made.guest, { state: 'pending' })
    await registration(made.guest, { state: 'cancelled' })
    const fresh = await registration(made.guest)
    await queueMail({
      kind: 'confirmed',
      locale: 'vi',
      recipientName: fresh.name,
      recipientEmail: fresh.email,
      eventId: made.id,
      registrationId: fresh.id,
    })
    await switchReminders(visitor(), token, false)
    await remindOfEvents(system())
    expect(await kindsOf(made.id)).toEqual([])
    await switchReminders(visitor(), token, true)
    await remindOfEvents(system())
    expect(await kindsOf(made.id)).toEqual(['day'])
  })

  it('again of another date, and not of another hour of the same one', async () => {
    const { made, guest } = await near(20)
    const noon = new Date(`${inHours(20).toISOString().slice(0, 10)}T05:00:00Z`)
    await database()
      .insert(reminder)
      .values({ registrationId: guest.id, kind: 'day', startsAt: noon, toldAt: inHours(-24, noon) })
    const move = async (startsAt: Date) => {
      await database()
        .update(events)
        .set({ startsAt, endsAt: inHours(2, startsAt) })
        .where(eq(events.id, made.id))
      await remindOfEvents(system(inHours(-2, startsAt)))
    }
    await move(inHours(1, noon))
    expect(await kindsOf(made.id)).toEqual([])
    await move(inHours(72, noon))
    expect(await kindsOf(made.id)).toEqual(['day'])
    const [row] = await database().select().from(reminder).where(eq(reminder.registrationId, guest.id))
    expect(row?.startsAt).toEqual(inHours(72, noon))
  })
})

describe('what a reminder says is read when it leaves', () => {
  it('in the language of its reader, with the way, their sessions and what changed of them', async () => {
    const { made, guest, token } = await near(20)
    const talk = await sessionOf(made)
    const full = await sessionOf(made, { capacity: 1, from: 40 })
    await publishAgenda(system(), { eventId: made.id })
    await signUpForSession(visitor(), personalToken((await registration(made.guest)).tokenSalt), full.id)
    await starSession(token, talk.id)
    expect(await signUpForSession(visitor(), token, full.id)).toBe('waitlisted')
    await remindOfEvents(system())
    const mail = (await remindersOf(made.id)).find((one) => one.registrationId === guest.id)
    if (!mail) throw new Error('no mail')
    const first = await written(mail)
    expect(first.subject).toMatch(/^(Ngày mai|Hôm nay): /)
    expect(first.text).toContain(talk.title.vi)
    expect(first.text).toContain('Đang chờ chỗ')
    expect(first.text).toContain('/venues/')
    expect(first.text).toContain(`/registrations/${token}/reminders`)
    expect(first.text).not.toContain('có thay đổi')
    await editDraft(system(), {
      eventId: made.id,
      edits: [{ kind: 'edit', sessionId: talk.id, was: { dropped: false }, set: { dropped: true } }],
    })
    await publishAgenda(system(), { eventId: made.id })
    const second = await written({ ...mail, locale: 'en' })
    expect(second.subject).toMatch(/^(Tomorrow|Today): /)
    expect(second.text).toContain('These sessions of yours have changed')
    expect(second.text).toContain(`“${talk.title.en}”`)
    expect(second.text).toContain('is cancelled')
  })

  it('and is not sent of what is cancelled, moved away, over, given up or not wished any more', async () => {
    const { made, guest, token } = await near(20)
    await remindOfEvents(system())
    const mail = await onlyMail(made.id)
    const owed = () => written(mail).then(() => true)
    const refused = { code: 'not-owed' }
    expect(await owed()).toBe(true)
    const set = (values: Partial<typeof events.$inferInsert>) =>
      database().update(events).set(values).where(eq(events.id, made.id))
    await set({ cancelledAt: new Date() })
    await expect(owed()).rejects.toMatchObject(refused)
    await set({ cancelledAt: null, startsAt: inHours(200), endsAt: inHours(202) })
    await expect(owed()).rejects.toMatchObject(refused)
    await set({ startsAt: inHours(-1), endsAt: inHours(1) })
    await expect(owed()).rejects.toMatchObject(refused)
    await set({ startsAt: made.startsAt, endsAt: made.endsAt, remindsDayBefore: false })
    await expect(owed()).rejects.toMatchObject(refused)
    await set({ remindsDayBefore: true })
    await switchReminders(visitor(), token, false)
    await expect(owed()).rejects.toMatchObject(refused)
    await switchReminders(visitor(), token, true)
    expect(await owed()).toBe(true)
    await cancelOwnRegistration(visitor(), token)
    await expect(owed()).rejects.toMatchObject(refused)
    const [row] = await database().select().from(registrations).where(eq(registrations.id, guest.id))
    expect(row?.reminded).toBe(true)
  })
})
