import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'

/** The attendee wishes to be reminded, or not any more; one that waits to be sent then stays away too. */
export async function switchReminders(ctx: Context, token: string, on: boolean): Promise<void> {
  const { id, eventId, name } = await getRegistrationByToken(token)
  await withTransaction(async (tx) => {
    const changed = await tx
      .update(registration)
      .set({ reminded: on, revision: sql`${registration.revision} + 1`, updatedAt: ctx.now })
      .where(and(eq(registration.id, id), eq(registration.reminded, !on)))
      .returning({ id: registration.id })
    if (changed.length === 0) return
    const subject = { subjectId: id, subjectName: name }
    await recordActivity(ctx, {
      verb: 'registration.reminders-changed',
      eventId,
      ...subject,
      details: { on },
    })
  })
}
