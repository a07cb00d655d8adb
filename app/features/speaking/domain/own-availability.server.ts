import { and, count, eq } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { availability } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'

const most = 20

/** A speaker says when they can be there; sessions outside it show as clashes to the organizers. */
export async function addAvailability(
  ctx: Context,
  token: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<void> {
  const at = await getSpeakingByToken(token)
  if (endsAt <= startsAt) throw new Refusal('availability-backwards', 'invalid')
  const own = { eventId: at.event.id, personId: at.personId }
  await withTransaction(async (tx) => {
    const [known] = await tx
      .select({ count: count() })
      .from(availability)
      .where(and(eq(availability.eventId, own.eventId), eq(availability.personId, own.personId)))
    if ((known?.count ?? 0) >= most) throw new Refusal('availability-full', 'state')
    await tx.insert(availability).values({ ...own, startsAt, endsAt })
    await announceDraft(speakerContext(ctx, at), { eventId: own.eventId, edits: [] })
  })
}

export async function removeAvailability(ctx: Context, token: string, windowId: string): Promise<void> {
  const at = await getSpeakingByToken(token)
  await withTransaction(async (tx) => {
    await tx
      .delete(availability)
      .where(and(eq(availability.id, windowId), eq(availability.personId, at.personId)))
    await announceDraft(speakerContext(ctx, at), { eventId: at.event.id, edits: [] })
  })
}
