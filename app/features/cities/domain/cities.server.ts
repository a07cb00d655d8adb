import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { cityRoles } from '#app/shared/vocabulary.ts'
import { initiative, initiativeCity } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type StoredCity = typeof initiativeCity.$inferSelect

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The cities of an initiative: its home, its hubs, its partners, each in the order in which they joined it. */
export function listCities(initiativeId: string): Promise<StoredCity[]> {
  const order = sql.join(
    cityRoles.map((role) => sql`${role}`),
    sql`, `,
  )
  return database()
    .select()
    .from(initiativeCity)
    .where(eq(initiativeCity.initiativeId, initiativeId))
    .orderBy(
      sql`array_position(array[${order}], ${initiativeCity.role})`,
      sql`${initiativeCity.fromDate} nulls last`,
      asc(initiativeCity.createdAt),
      asc(initiativeCity.key),
    )
}

/** The addresses of published initiatives that have cities. */
export async function listInitiativesWithCities(): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ slug: initiative.slug })
    .from(initiative)
    .innerJoin(initiativeCity, eq(initiativeCity.initiativeId, initiative.id))
    .where(isNotNull(initiative.publishedAt))
    .orderBy(asc(initiative.slug))
  return rows.map(({ slug }) => slug)
}

/** One of them for those who may change it, or refused. */
export async function getCity(ctx: Context, initiativeId: string, cityId: string): Promise<StoredCity> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const [found] = uuid.test(cityId)
    ? await database()
        .select()
        .from(initiativeCity)
        .where(and(eq(initiativeCity.id, cityId), eq(initiativeCity.initiativeId, initiativeId)))
    : []
  if (!found) throw new Refusal('city-missing', 'missing')
  return found
}
