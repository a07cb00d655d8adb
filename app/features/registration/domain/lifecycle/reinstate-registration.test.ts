import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event as events, guestCategory, invitation, outbox, registration as rows } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { category, organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { addRegistration } from './add-registration.server.ts'
import { approveRegistration } from './approve-registration.server.ts'
import { cancelRegistration } from './cancel-registration.server.ts'
import { reinstateRegistration } from './reinstate-registration.server.ts'

await testDatabase()

const before = {
  name: 'Emma Whitfield',
  affiliation: 'Kew Gardens',
  jobTitle: 'Botanist',
  locale: 'en' as const,
  answers: {
    diet: {
      values: ['vegan'],
      asked: 'Diet',
      shown: 'Vegan',
      lang: 'en' as const,
      at: '2025-03-01T00:00:00Z',
    },
  },
}
const rowOf = async (id: string) => (await database().select().from(rows).where(eq(rows.id, id)))[0]

describe('reinstating', () => {
  it.each(['cancelled', 'declined'] as const)('takes somebody %s up again as they were', async (state) => {
    const { ctx, event } = await organizedEvent()
    const press = await category(event, { code: 'press' })
    const one = await registration(press, { ...before, state, reason: 'illness' })
    await reinstateRegistration(ctx, event.id, one.id)
    expect(await rowOf(one.id)).toMatchObject({
      ...before,
      state: 'confirmed',
      categoryId: press.id,
      tokenHash: one.tokenHash,
      reason: null,
    })
    const [counts] = await database().select().from(guestCategory).where(eq(guestCategory.id, press.id))
    expect(counts).toMatchObject({ [state]: 0, confirmed: 1 })
    const mails = await database().select().from(outbox).where(eq(outbox.registrationId, one.id))
    expect(mails).toMatchObject([{ kind: 'confirmed', locale: 'en', recipientEmail: one.email }])
    await reinstateRegistration(ctx, event.id, one.id)
    expect(await database().$count(outbox, eq(outbox.registrationId, one.id))).toBe(1)
  })

  it('renews the calendar entry that was taken back', async () => {
    const { ctx, event } = await organizedEvent()
    const one = await registration(event.guest)
    await cancelRegistration(ctx, event.id, one.id)
    await reinstateRegistration(ctx, event.id, one.id)
    const [sent] = await database().select().from(invitation).where(eq(invitation.registrationId, one.id))
    expect(sent).toMatchObject({ sequence: 2, cancelledAt: null })
  })

  it.each(['pending', 'offered'] as const)('leaves somebody %s alone', async (state) => {
    const { ctx, event } = await organizedEvent()
    const { id } = await registration(event.guest, { state })
    await expect(reinstateRegistration(ctx, event.id, id)).rejects.toMatchObject({ code: 'state-changed' })
  })

  it('is not for strangers, nor at a cancelled event', async () => {
    const { ctx, event } = await organizedEvent()
    const { id } = await registration(event.guest, { state: 'cancelled' })
    await expect(reinstateRegistration(visitor(), event.id, id)).rejects.toThrow()
    await database().update(events).set({ cancelledAt: new Date() }).where(eq(events.id, event.id))
    await expect(reinstateRegistration(ctx, event.id, id)).rejects.toMatchObject({
      code: 'registration-cancelled',
    })
    await expect(approveRegistration(ctx, event.id, id)).rejects.toMatchObject({ code: 'state-changed' })
  })
})

it.each(['cancelled', 'declined'] as const)(
  'adding somebody %s again keeps what was known',
  async (state) => {
    const { ctx, event } = await organizedEvent()
    const press = await category(event, { code: 'press' })
    const one = await registration(press, { ...before, state })
    const typed = { name: 'Emma Whitfield', organization: '', position: '', language: 'vi' as const }
    const id = await addRegistration(ctx, event, { ...typed, email: one.email, category: 'guest' })
    expect(id).toBe(one.id)
    expect(await rowOf(id)).toMatchObject({ ...before, state: 'confirmed', categoryId: press.id })
  },
)
