import { eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiativeNews } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { getPart } from './part-rows.server.ts'

type Shown = { initiativeId: string; newsId: string; published: boolean }

/** Shows an entry of the news to readers, or takes it off again; answers whether that changed anything. */
export async function publishNews(
  ctx: Context,
  { initiativeId, newsId, published }: Shown,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const before = await getPart('news', initiativeId, newsId)
    if ((before.publishedAt !== null) === published) return false
    await tx
      .update(initiativeNews)
      .set({ publishedAt: published ? ctx.now : null, updatedAt: ctx.now })
      .where(eq(initiativeNews.id, newsId))
    await partChanged(ctx, initiativeId, {
      verb: published ? 'news.published' : 'news.unpublished',
      subjectId: newsId,
      subjectName: textIn(before.title, ctx.locale),
    })
    return true
  })
}
