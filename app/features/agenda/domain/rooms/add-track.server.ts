import { eq, max } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

export type NewTrack = { eventId: string; name: TranslatedText; colour?: string }

/** Adds a track behind the event's other tracks. */
export async function addTrack(ctx: Context, input: NewTrack): Promise<typeof track.$inferSelect> {
  const { eventId } = input
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const [last] = await tx
      .select({ position: max(track.position) })
      .from(track)
      .where(eq(track.eventId, eventId))
    const [added] = await tx
      .insert(track)
      .values({ ...input, position: (last?.position ?? 0) + 1 })
      .returning()
    if (!added) throw new Error('A track was inserted without a row')
    const subjectName = textIn(input.name, 'vi')
    await announceDraft(ctx, { eventId, edits: [] })
    await recordActivity(ctx, { verb: 'track.added', eventId, subjectId: added.id, subjectName })
    return added
  })
}
