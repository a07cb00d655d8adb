import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { logoSizes } from '#app/features/pictures/domain/picture-image.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { supporter, supporterLogo } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { lockSupporter } from './supporter-row.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sending = { limit: 10, seconds: 86_400 }

/** A body hands in its sign, in place of the one before. Nobody but organizers sees it before one of them looked at it. */
export async function saveSupporterLogo(ctx: Context, id: string, image: Uint8Array): Promise<void> {
  await countAttempt(`supporter:logo:${id}`, sending)
  const { width, height, sizes } = await logoSizes(image)
  const [made] = sizes
  if (!made) throw new Error('A logo was made without an image')
  await withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.state !== 'joined' || before.body === '') throw new Refusal('supporter-link-gone', 'state')
    await tx.delete(supporterLogo).where(eq(supporterLogo.supporterId, id))
    await tx
      .insert(supporterLogo)
      .values({ supporterId: id, width, height, image: made.image, createdAt: ctx.now })
    await recordActivity(ctx, {
      verb: 'supporter.logo-sent',
      initiativeId: before.initiativeId,
      subjectId: id,
      subjectName: before.body,
    })
    await pageChanged(pageTag.initiative(before.initiativeId))
  })
}

/** Takes a body's sign away, from readers at once. Answers whether there was one. */
export async function removeSupporterLogo(ctx: Context, id: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    const gone = await tx
      .delete(supporterLogo)
      .where(eq(supporterLogo.supporterId, id))
      .returning({ id: supporterLogo.id })
    if (!before || gone.length === 0) return false
    await recordActivity(ctx, {
      verb: 'supporter.logo-removed',
      initiativeId: before.initiativeId,
      subjectId: id,
      subjectName: before.body,
    })
    await pageChanged(pageTag.initiative(before.initiativeId))
    return true
  })
}

/** An organizer looked at the sign: from now on readers see it, or no longer. Answers whether that is new. */
export async function showSupporterLogo(
  ctx: Context,
  { initiativeId, id, isShown }: { initiativeId: string; id: string; isShown: boolean },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
    const { shownAt } = supporterLogo
    const changed = await tx
      .update(supporterLogo)
      .set({ shownAt: isShown ? ctx.now : null })
      .where(and(eq(supporterLogo.supporterId, id), isShown ? isNull(shownAt) : isNotNull(shownAt)))
      .returning({ id: supporterLogo.id })
    if (changed.length === 0) return false
    await recordActivity(ctx, {
      verb: isShown ? 'supporter.logo-shown' : 'supporter.logo-hidden',
      initiativeId,
      subjectId: id,
      subjectName: before.body,
    })
    await pageChanged(pageTag.initiative(initiativeId))
    return true
  })
}

/** The image of a sign that readers may see: an organizer showed it, and its body is in the list. */
export async function findShownLogo(logoId: string): Promise<Uint8Array | null> {
  if (!uuid.test(logoId)) return null
  const [row] = await database()
    .select({ image: supporterLogo.image })
    .from(supporterLogo)
    .innerJoin(supporter, eq(supporter.id, supporterLogo.supporterId))
    .where(
      and(
        eq(supporterLogo.id, logoId),
        isNotNull(supporterLogo.shownAt),
        sql`${supporter.listedAt} is not null`,
      ),
    )
  return row?.image ?? null
}

/** The image of a supporter's sign, shown or not: for its own body, and for organizers. */
export async function findOwnLogo(supporterId: string): Promise<Uint8Array | null> {
  const [row] = await database()
    .select({ image: supporterLogo.image })
    .from(supporterLogo)
    .where(eq(supporterLogo.supporterId, supporterId))
  return row?.image ?? null
}
