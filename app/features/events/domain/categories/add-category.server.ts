import { asc, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { slugOf } from '#app/shared/slug.ts'
import { guestCategory } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from '../event-lock.server.ts'
import { checkCategoryDetails } from '../event-rules.ts'
import type { CategoryDetails } from './category-details.ts'

/** Adds a guest category behind the others. Its code is made from the name once and stays. */
export async function addCategory(
  ctx: Context,
  { eventId, details }: { eventId: string; details: CategoryDetails },
): Promise<{ id: string; code: string }> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkCategoryDetails(details)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const others = await tx
      .select({ code: guestCategory.code, position: guestCategory.position })
      .from(guestCategory)
      .where(eq(guestCategory.eventId, eventId))
      .orderBy(asc(guestCategory.position))
    const code = freeCode(
      slugOf(details.name.en || details.name.vi || '') || 'category',
      others.map((other) => other.code),
    )
    const name = write(details.name, ctx.locale)
    const [made] = await tx
      .insert(guestCategory)
      .values({
        ...details,
        eventId,
        code,
        name,
        description: write(details.description, ctx.locale),
        position: (others.at(-1)?.position ?? 0) + 1,
      })
      .returning({ id: guestCategory.id, code: guestCategory.code })
    if (!made) throw new Error('A category was not returned by its insert')
    await recordActivity(ctx, {
      verb: 'category.added',
      eventId,
      subjectId: made.id,
      subjectName: textIn(name, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId))
    return made
  })
}

function freeCode(wish: string, taken: string[]): string {
  for (let n = 1; ; n++) {
    const code = n === 1 ? wish : `${wish}-${n}`
    if (!taken.includes(code)) return code
  }
}
