import { eq } from 'drizzle-orm'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { guestCategory } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { changesOf } from '../edit-changes.ts'
import { lockEvent } from '../event-lock.server.ts'
import { checkCategoryDetails } from '../event-rules.ts'
import { getCategory } from '../organized-events.server.ts'
import type { CategoryDetails } from './category-details.ts'

type Category = typeof guestCategory.$inferSelect
type Written = Pick<
  Category,
  'name' | 'description' | 'capacity' | 'needsApproval' | 'emailDomains' | 'accessCode' | 'companionLimit'
>
/** `seen` is the category as it was when the edit was made. */
type CategoryEdit = { eventId: string; categoryId: string; seen: Written; details: CategoryDetails }

/** What organizers write about a category, without its counters. */
function writtenIn({
  name,
  description,
  capacity,
  needsApproval,
  emailDomains,
  accessCode,
  companionLimit,
}: Written): Written {
  return { name, description, capacity, needsApproval, emailDomains, accessCode, companionLimit }
}

function changedIn(before: Written, next: Written): string[] {
  const [was, is] = [writtenIn(before), writtenIn(next)]
  return (Object.keys(was) as (keyof Written)[]).filter((field) => !sameValue(was[field], is[field]))
}

/** Saves a category, unless somebody saved it since; new free seats are offered at once. Nothing changed is nothing done. */
export async function editCategory(
  ctx: Context,
  { eventId, categoryId, seen, details }: CategoryEdit,
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkCategoryDetails(details)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getCategory(eventId, categoryId)
    if (!sameValue(writtenIn(before), writtenIn(seen))) throw new SavedByOther(before)
    const seated = before.confirmed + before.offered + before.companions - before.beyond + before.held
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
    const next = { ...details, name, description }
    const fields = changedIn(before, next)
    if (fields.length === 0) return
    await tx.update(guestCategory).set(next).where(eq(guestCategory.id, categoryId))
    await recordActivity(ctx, {
      verb: 'category.edited',
      eventId,
      subjectId: categoryId,
      subjectName: textIn(name, ctx.locale),
      details: { fields, changes: changesOf(fields, before, next) },
    })
    const raised =
      before.capacity !== null && (details.capacity === null || details.capacity > before.capacity)
    if (raised) await offerFreeSeats(ctx, eventId)
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId))
  })
}
