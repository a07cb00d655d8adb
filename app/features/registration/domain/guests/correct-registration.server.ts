import { eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { dropUnasked } from '../answering/drop-unasked.server.ts'
import { lockRegistration } from '../lifecycle/locked-registration.server.ts'
import { changedFields, type GuestDetails, guestChanges } from './guest-details.ts'
import { findGuest, type Guest } from './guests.server.ts'
import { moveCategory } from './move-category.server.ts'
import { setTags } from './set-tags.server.ts'

type Correction = { eventId: string; registrationId: string; revision: number; details: GuestDetails }

/**
 * An organizer corrects what is written of a guest, unless somebody saved since `revision` was read. Another category
 * needs a seat there for whoever has one, and its own mail says so; nothing else is mailed. Nothing changed is nothing done.
 */
export async function correctRegistration(
  ctx: Context,
  { eventId, registrationId, revision, details }: Correction,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await withTransaction(async (tx) => {
    const locked = await lockRegistration(eventId, registrationId)
    const before = (await findGuest(eventId, registrationId)) as Guest
    if (before.revision !== revision) throw new SavedByOther(before)
    const wanted = locked.seats.categories.find(({ code }) => code === details.category)
    if (!wanted) throw new Refusal('category-missing', 'invalid')
    const fields = changedFields(before, details)
    if (fields.length === 0) return
    const { name, organization, position, language, isVip, note } = details
    await tx
      .update(registration)
      .set({
        name,
        affiliation: organization,
        jobTitle: position,
        locale: language,
        isVip,
        note,
        revision: sql`${registration.revision} + 1`,
        updatedAt: ctx.now,
      })
      .where(eq(registration.id, registrationId))
    if (fields.includes('language')) await dropUnasked(eventId, [registrationId])
    if (fields.includes('tags')) await setTags(tx, eventId, registrationId, details.tags)
    if (fields.includes('category')) {
      const row = { ...locked.row, name, locale: language }
      await moveCategory(ctx, { ...locked, row }, wanted)
    }
    const after = (await findGuest(eventId, registrationId)) as Guest
    await recordActivity(ctx, {
      verb: 'registration.corrected',
      eventId,
      subjectId: registrationId,
      subjectName: name,
      details: { fields, changes: guestChanges(before, after) },
    })
  })
}
