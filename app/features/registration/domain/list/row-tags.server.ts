import { eq, inArray } from 'drizzle-orm'
import { guestTag, registrationTag } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** Rows of the list with their tags, by name; asked for once a page. */
export async function withTags<Row extends { id: string }>(
  rows: readonly Row[],
): Promise<(Row & { tags: string[] })[]> {
  if (rows.length === 0) return []
  const found = await database()
    .select({ registrationId: registrationTag.registrationId, name: guestTag.name })
    .from(registrationTag)
    .innerJoin(guestTag, eq(guestTag.id, registrationTag.tagId))
    .where(
      inArray(
        registrationTag.registrationId,
        rows.map(({ id }) => id),
      ),
    )
  return rows.map((row) => ({
    ...row,
    tags: found
      .flatMap(({ registrationId, name }) => (registrationId === row.id ? [name] : []))
      .sort(byVietnameseRules.compare),
  }))
}

const byVietnameseRules = new Intl.Collator('vi')
