import { and, eq, inArray } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { type Locale, type SocialNetwork, socialNetworks } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { socialPost } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

export type Posts = Record<SocialNetwork, string>
/** Which posts: `about` is `event`, `recap`, or `session/` with its id. */
export type PostsOf = { eventId: string; about: string; locale: Locale }

const those = ({ eventId, about, locale }: PostsOf) =>
  and(eq(socialPost.eventId, eventId), eq(socialPost.about, about), eq(socialPost.locale, locale))

/** The posts that somebody rewrote, by network. */
export async function findRewrittenPosts(of: PostsOf): Promise<Partial<Posts>> {
  return rewrittenIn(database(), of)
}

async function rewrittenIn(db: Pick<Transaction, 'select'>, of: PostsOf): Promise<Partial<Posts>> {
  const rows = await db.select().from(socialPost).where(those(of))
  return Object.fromEntries(rows.map(({ network, text }) => [network, text]))
}

type Edit = {
  of: PostsOf
  /** What each is without anybody's words; a post that says just that, or nothing, follows the facts again. */
  composed: Posts
  seen: Posts
  posts: Posts
}

/** Keeps posts as they were rewritten, unless somebody saved them since they were `seen`. Answers whether any changed. */
export async function saveSocialPosts(ctx: Context, { of, composed, seen, posts }: Edit): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', of.eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, of.eventId)
    const stored: Posts = { ...composed, ...(await rewrittenIn(tx, of)) }
    if (socialNetworks.some((network) => stored[network] !== seen[network])) throw new SavedByOther(stored)
    const changed = socialNetworks.filter(
      (network) => (posts[network] || composed[network]) !== stored[network],
    )
    if (changed.length === 0) return false
    await tx.delete(socialPost).where(and(those(of), inArray(socialPost.network, changed)))
    const kept = changed.filter((network) => posts[network] !== '' && posts[network] !== composed[network])
    if (kept.length > 0) {
      await tx
        .insert(socialPost)
        .values(kept.map((network) => ({ ...of, network, text: posts[network], updatedAt: ctx.now })))
    }
    await recordActivity(ctx, { verb: 'posts.edited', eventId: of.eventId, details: { networks: changed } })
    return true
  })
}
