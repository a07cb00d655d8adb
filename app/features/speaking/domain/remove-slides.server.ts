import { and, eq, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { file, slides } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { bySpeaker } from './slides-of-speaker.server.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'

/** Takes slides back. What was taken back is not kept: its bytes go too, and their room is free again. */
export async function removeSlides(ctx: Context, token: string, slidesId: string): Promise<void> {
  const at = await getSpeakingByToken(token)
  await withTransaction(async (tx) => {
    const [gone] = await tx
      .select({ fileId: slides.fileId })
      .from(slides)
      .where(and(eq(slides.id, slidesId), bySpeaker(at), isNull(slides.removedAt)))
      .for('update')
    if (!gone) throw new Refusal('slides-missing', 'missing')
    await tx.delete(file).where(eq(file.id, gone.fileId))
    // A recap may have shown them.
    await pageChanged(pageTag.event(at.event.id))
    await recordActivity(speakerContext(ctx, at), {
      verb: 'slides.removed',
      eventId: at.event.id,
      subjectId: at.personId,
      subjectName: at.person.name,
    })
  })
}
