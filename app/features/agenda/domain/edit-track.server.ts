import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from './announce-draft.server.ts'

export type TrackDetails = { name: TranslatedText; colour: string | null }

/** Saves how a track is called and what it is; readers see it after the next publication. */
export async function editTrack(
  ctx: Context,
  { eventId, trackId, details }: { eventId: string; trackId: string; details: TrackDetails },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    const edited = await tx
      .update(track)
      .set(details)
      .where(and(eq(track.id, trackId), eq(track.eventId, eventId)))
      .returning({ id: track.id })
    if (edited.length === 0) throw new Refusal('track-missing', 'missing')
    const subjectName = textIn(details.name, 'vi')
    await recordActivity(ctx, { verb: 'track.edited', eventId, subjectId: trackId, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
  })
}
