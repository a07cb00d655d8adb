import { and, eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

export type TrackDetails = { name: TranslatedText; colour: string | null }

/**
 * Saves how a track is called and what it is; readers see it after the next publication. Answers whether
 * anything changed.
 */
export async function editTrack(
  ctx: Context,
  { eventId, trackId, details }: { eventId: string; trackId: string; details: TrackDetails },
): Promise<boolean> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    const own = and(eq(track.id, trackId), eq(track.eventId, eventId))
    const [before] = await tx.select().from(track).where(own).for('update')
    if (!before) throw new Refusal('track-missing', 'missing')
    const fields = (['name', 'colour'] as const).filter((field) => !sameValue(before[field], details[field]))
    if (fields.length === 0) return false
    await tx.update(track).set(details).where(own)
    await recordActivity(ctx, {
      verb: 'track.edited',
      eventId,
      subjectId: trackId,
      subjectName: textIn(details.name, 'vi'),
      details: { fields, changes: changesOf(fields, before, details) },
    })
    await announceDraft(ctx, { eventId, edits: [] })
    return true
  })
}
