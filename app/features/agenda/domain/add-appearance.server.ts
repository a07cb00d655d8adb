import { eq, max } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AppearanceRole } from '#app/shared/vocabulary.ts'
import { appearance, session } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { requireKnownPeople } from './draft/known-people.server.ts'

export type NewAppearance = { sessionId: string; personId: string; role: AppearanceRole; minutes?: number }

/** Puts a person into a session of the draft, behind those who are in it already. */
export async function addAppearance(
  ctx: Context,
  input: NewAppearance,
): Promise<typeof appearance.$inferSelect> {
  const eventId = await eventOf(input.sessionId)
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const known = await requireKnownPeople(ctx, tx, eventId, [input.personId])
    const [last] = await tx
      .select({ position: max(appearance.position) })
      .from(appearance)
      .where(eq(appearance.sessionId, input.sessionId))
    const [added] = await tx
      .insert(appearance)
      .values({ ...input, position: (last?.position ?? 0) + 1 })
      .onConflictDoNothing()
      .returning()
    if (!added) throw new Refusal('appearance-already', 'state')
    await recordActivity(ctx, {
      verb: 'appearance.added',
      eventId,
      subjectId: input.personId,
      subjectName: known.get(input.personId) ?? '',
      details: { sessionId: input.sessionId, role: input.role },
    })
    return added
  })
}

async function eventOf(sessionId: string): Promise<string> {
  const [found] = await database()
    .select({ eventId: session.eventId })
    .from(session)
    .where(eq(session.id, sessionId))
  if (!found) throw new Refusal('session-missing', 'missing')
  return found.eventId
}
