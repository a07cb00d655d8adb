import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { guestCategory } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { approveRegistration } from './approve-registration.server.ts'

await testDatabase()

it.each(['pending', 'declined'] as const)('gives somebody %s a seat', async (state) => {
  const { ctx, event } = await organizedEvent()
  const { id } = await registration(event.guest, { state })
  await approveRegistration(ctx, event.id, id)
  const [seats] = await database().select().from(guestCategory).where(eq(guestCategory.id, event.guest.id))
  expect(seats).toMatchObject({ [state]: 0, confirmed: 1 })
})

it.each(['cancelled', 'offered'] as const)('leaves somebody %s alone', async (state) => {
  const { ctx, event } = await organizedEvent()
  const { id } = await registration(event.guest, { state })
  await expect(approveRegistration(ctx, event.id, id)).rejects.toMatchObject({ code: 'state-changed' })
})
