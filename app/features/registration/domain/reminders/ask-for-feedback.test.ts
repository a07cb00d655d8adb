import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import type { ClaimedMail } from '#app/features/mail/domain/sending/claimed-mail.ts'
import { feedback, outbox, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { registration } from '#tests/factories/registrations.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { askForFeedback } from './ask-for-feedback.server.ts'
import { switchReminders } from './switch-reminders.server.ts'

await testDatabase()
const day = 24 * 60 * 60_000
const inDays = (days: number) => new Date(Date.now() + days * day)

/** An event that ended so many days ago, with somebody who had a seat. */
async function over(days: number, values: Parameters<typeof event>[0] = {}) {
  const endsAt = inDays(-days)
  const startsAt = new Date(endsAt.getTime() - day / 12)
  const made = await event({ startsAt, endsAt, timeZone: 'Asia/Ho_Chi_Minh', ...values })
  const guest = await registration(made.guest)
  return { made, guest, token: personalToken(guest.tokenSalt) }
}
const mailsOf = (eventId: string) =>
  database()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, 'feedback-asked')))
async function written(mail: ClaimedMail | undefined) {
  if (!mail) throw new Error('nobody was asked')
  const { message } = await composeMail(mail, await findMailBasis([mail]))
  return String(message.text)
}
const answered = (registrationId: string) =>
  database().insert(feedback).values({ registrationId, satisfaction: 4 })

describe('guests are asked how it was', () => {
  it('on the day after, once, also in several processes and batches', async () => {
    const { made } = await over(0)
    for (let n = 0; n < 4; n++) await registration(made.guest)
    const asked = async () => (await mailsOf(made.id)).map((mail) => mail.registrationId)
    await askForFeedback(system())
    expect(await asked()).toEqual([])
    const later = () => askForFeedback(system(inDays(2)), 3)
    await Promise.all([later(), later(), later()])
    await later()
    expect(await asked()).toHaveLength(5)
    expect(new Set(await asked()).size).toBe(5)
    expect(await askForFeedback(system(inDays(3)))).toBe(0)
  })

  it('unless they had no seat, answered already, or wish no such mails', async () => {
    const { made, token } = await over(2)
    await switchReminders(visitor(), token, false)
    await answered((await registration(made.guest)).id)
    for (const state of ['waitlisted', 'pending', 'offered', 'cancelled', 'declined'] as const)
      await registration(made.guest, { state })
    await askForFeedback(system())
    expect(await mailsOf(made.id)).toEqual([])
  })

  it.each([
    ['of what was called off', 2, { cancelledAt: new Date() }],
    ['where its organizers ask nothing', 2, { asksFeedback: false }],
    ['of what is long over', 6, {}],
  ])('not %s', async (_, days, values) => {
    const { made } = await over(days, values)
    await askForFeedback(system())
    expect(await mailsOf(made.id)).toEqual([])
  })
})

describe('what the mail says is true when it leaves', () => {
  it('leads to the personal page, and to the recap as soon as readers have it', async () => {
    const { made, token } = await over(2)
    await askForFeedback(system())
    const [mail] = await mailsOf(made.id)
    const before = await written(mail)
    expect(before).toContain(`/registrations/${token}#feedback`)
    expect(before).toContain(`/registrations/${token}/reminders`)
    expect(before).not.toContain('/recap')
    await publishedRecap(made)
    expect(await written(mail)).toContain(`/vi/events/${made.slug}/recap`)
  })

  it.each<[string, (guest: { id: string; token: string }) => Promise<unknown>]>([
    ['who answered meanwhile', ({ id }) => answered(id)],
    ['who turned it off', ({ token }) => switchReminders(visitor(), token, false)],
    [
      'whose seat is gone',
      ({ id }) =>
        database().update(registrations).set({ state: 'cancelled' }).where(eq(registrations.id, id)),
    ],
  ])('it is not sent to somebody %s', async (_, change) => {
    const { made, guest, token } = await over(2)
    await askForFeedback(system())
    const [mail] = await mailsOf(made.id)
    await change({ id: guest.id, token })
    await expect(written(mail)).rejects.toMatchObject({ message: 'not-owed' })
  })
})
