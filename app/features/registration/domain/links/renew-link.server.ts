import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'
import { newPersonalLink } from './personal-link.server.ts'
import { getRegistrationByToken } from './registration-by-token.server.ts'
import { queueStateMail } from './remind-of-link.server.ts'

/** The attendee ends a link that others have: page, calendar file and feed at once. The new one comes by mail. */
export async function renewOwnLink(ctx: Context, token: string): Promise<void> {
  const { eventId, id } = await getRegistrationByToken(token)
  await renew(ctx, eventId, id)
}

/** An organizer does it for them. */
export async function renewLink(ctx: Context, eventId: string, registrationId: string): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await renew(ctx, eventId, registrationId)
}

async function renew(ctx: Context, eventId: string, id: string): Promise<void> {
  await countAttempt(`renew-link:${id}`, { limit: 5, seconds: 3600 })
  await withTransaction(async (tx) => {
    await lockSeats({ id: eventId })
    const [row] = await tx
      .update(registration)
      .set(newPersonalLink())
      .where(and(eq(registration.id, id), eq(registration.eventId, eventId)))
      .returning()
    if (!row) throw new Refusal('registration-missing', 'missing')
    await queueStateMail(eventId, id)
    const subject = { subjectId: id, subjectName: row.name }
    await recordActivity(ctx, { verb: 'registration.link-renewed', eventId, ...subject })
  })
}
