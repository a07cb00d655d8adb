import { and, asc, eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { consentText, list, listCount } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const current = sql<{ text: TranslatedText; version: number } | null>`(
  select jsonb_build_object('text', c.text, 'version', c.version) from ${consentText} c
  where c.list_id = ${list.id} order by c.version desc limit 1
)`

const columns = {
  id: list.id,
  organizationId: list.organizationId,
  slug: list.slug,
  title: list.title,
  description: list.description,
  revision: list.revision,
  archivedAt: list.archivedAt,
  createdAt: list.createdAt,
  current,
  waiting: sql<number>`coalesce(${listCount.waiting}, 0)`,
  confirmed: sql<number>`coalesce(${listCount.confirmed}, 0)`,
  gone: sql<number>`coalesce(${listCount.gone}, 0)`,
}

/** The lists of an organization with how many stand on them, the oldest first; those that were closed come last. */
export async function listLists(ctx: Context, organizationId: string) {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const rows = await database()
    .select(columns)
    .from(list)
    .leftJoin(listCount, eq(listCount.listId, list.id))
    .where(eq(list.organizationId, organizationId))
    .orderBy(sql`${list.archivedAt} is not null`, asc(list.createdAt), asc(list.id))
  return rows.map(withConsent)
}

/** One list of an organization, or refused. */
export async function getList(ctx: Context, organizationId: string, listId: string) {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const [found] = uuid.test(listId)
    ? await database()
        .select(columns)
        .from(list)
        .leftJoin(listCount, eq(listCount.listId, list.id))
        .where(and(eq(list.id, listId), eq(list.organizationId, organizationId)))
    : []
  if (!found) throw new Refusal('list-missing', 'missing')
  return withConsent(found)
}

export type StoredList = Awaited<ReturnType<typeof getList>>

function withConsent<Row extends { current: { text: TranslatedText; version: number } | null }>({
  current: text,
  ...row
}: Row) {
  return { ...row, consent: text?.text ?? {}, consentVersion: text?.version ?? 0 }
}
