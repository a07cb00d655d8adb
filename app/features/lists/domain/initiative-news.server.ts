import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { supporter } from '#db/schema/index.ts'

/**
 * Whoever wants no more news of an initiative gets none from any of its bodies: the lists of all of them are left, and
 * its supporter with that address agrees to no mail any more.
 */
export async function leaveNews(
  tx: Transaction,
  { initiativeId, email, now }: { initiativeId: string; email: string; now: Date },
): Promise<void> {
  await tx.execute(sql`
    update subscription set state = 'left', left_at = ${now.toISOString()}::timestamptz
    where state <> 'left' and list_id in (select id from list where initiative_id = ${initiativeId})
      and contact_id in (select id from contact where lower(email) = lower(${email}))`)
  await tx
    .update(supporter)
    .set({ newsAt: null })
    .where(
      and(
        eq(supporter.initiativeId, initiativeId),
        sql`lower(${supporter.email}) = lower(${email})`,
        isNotNull(supporter.newsAt),
      ),
    )
}
