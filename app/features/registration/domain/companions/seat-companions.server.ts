import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, guestCategory, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'
import { companionAnswer } from './companion-seats.ts'

type Seated = {
  eventId: string
  categoryId: string
  registrationId: string
  companions: number
  names: string[]
  /** How many more than before. */
  more: number
}

/** Writes who comes along with whom, and counts their seats. Nothing is left to wish for. */
export async function writeCompanions(ctx: Context, tx: Transaction, seated: Seated): Promise<void> {
  const { eventId, categoryId, registrationId, companions, names, more } = seated
  await tx
    .update(registration)
    .set({
      companions,
      companionNames: names,
      wishedCompanions: 0,
      wishedNames: [],
      revision: sql`${registration.revision} + 1`,
      updatedAt: ctx.now,
    })
    .where(eq(registration.id, registrationId))
  if (more === 0) return
  await tx
    .update(guestCategory)
    .set({ companions: sql`${guestCategory.companions} + ${more}` })
    .where(eq(guestCategory.id, categoryId))
  await tx
    .update(event)
    .set({ seated: sql`${event.seated} + ${more}` })
    .where(eq(event.id, eventId))
}

/**
 * Whoever of these has got a seat just now brings whom they asked for, in order of arrival: all of them, or none, whose wish
 * then stays and is told. For callers that hold the event's lock, in the transaction that gave the seats.
 */
export async function seatCompanions(ctx: Context, eventId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await withTransaction(async (tx) => {
    const asking = and(
      inArray(registration.id, ids),
      eq(registration.state, 'confirmed'),
      gt(registration.wishedCompanions, 0),
    )
    const guests = await tx.select().from(registration).where(asking).orderBy(registration.arrival)
    for (const { id, name, categoryId, companions: present, wishedCompanions, wishedNames } of guests) {
      const seats = await lockSeats({ id: eventId })
      const category = seats.categories.find((one) => one.id === categoryId)
      const asked = { present, wanted: wishedCompanions }
      if (!category || companionAnswer(seats.event, category, asked) !== 'granted') continue
      await writeCompanions(ctx, tx, {
        eventId,
        categoryId,
        registrationId: id,
        companions: wishedCompanions,
        names: wishedNames,
        more: wishedCompanions - present,
      })
      await recordActivity(ctx, {
        verb: 'registration.companions-changed',
        eventId,
        subjectId: id,
        subjectName: name,
        details: { from: present, to: wishedCompanions },
      })
    }
  })
}
