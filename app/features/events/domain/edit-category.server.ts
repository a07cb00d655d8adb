import { eq } from 'drizzle-orm'
import { offerFreeSeats } from '#app/features/registration/domain/offer-free-seats.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/http/page-changes.server.ts'
import { edit, fingerprint, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { guestCategory } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { CategoryDetails } from './category-details.ts'
import { lockEvent } from './event-lock.server.ts'
import { checkCategoryDetails } from './event-rules.ts'
import { getCategory } from './organized-events.server.ts'

type Category = typeof guestCategory.$inferSelect
type CategoryEdit = { eventId: string; categoryId: string; revision: number; details: CategoryDetails }

/** Which version of a category somebody has in hand: follows from what organizers write, not from its counters. */
export function categoryRevision(category: Category): number {
  const { name, description, capacity, needsApproval, emailDomains, accessCode } = category
  const words = [name.vi, name.en, name.madeFrom, description.vi, description.en, description.madeFrom]
  return Number.parseInt(
    fingerprint(JSON.stringify([words, capacity, needsApproval, emailDomains, accessCode])),
    16,
  )
}

/** Saves a category, unless somebody saved it since; new free seats are offered at once. */
export async function editCategory(
  ctx: Context,
  { eventId, categoryId, revision, details }: CategoryEdit,
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkCategoryDetails(details)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getCategory(eventId, categoryId)
    if (categoryRevision(before) !== revision) throw new SavedByOther(before, categoryRevision(before))
    const seated = before.confirmed + before.offered
    if (details.capacity !== null && details.capacity < seated) {
      throw new Refusal('category-capacity-below-seats', 'state', { field: 'capacity', seated })
    }
    const name = edit(before.name, details.name, ctx.locale, details.name.confirmed)
    const description = edit(
      before.description,
      details.description,
      ctx.locale,
      details.description.confirmed,
    )
    await tx
      .update(guestCategory)
      .set({ ...details, name, description })
      .where(eq(guestCategory.id, categoryId))
    await recordActivity(ctx, {
      verb: 'category.edited',
      eventId,
      subjectId: categoryId,
      subjectName: textIn(name, ctx.locale),
      details: { capacity: { from: before.capacity, to: details.capacity } },
    })
    const raised =
      before.capacity !== null && (details.capacity === null || details.capacity > before.capacity)
    if (raised) await offerFreeSeats(ctx, eventId)
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId))
  })
}
