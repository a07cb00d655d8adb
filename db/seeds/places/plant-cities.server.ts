import { eq } from 'drizzle-orm'
import { addCity } from '#app/features/cities/domain/save-city.server.ts'
import type { Context } from '#app/shared/context.ts'
import { initiative, initiativeCity } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { SeedCities } from './cities.ts'

/** Puts the cities of a seed on the map of their initiative, unless it has some already. */
export async function plantCities(ctx: Context, seed: SeedCities): Promise<void> {
  const [of] = await database()
    .select({ id: initiative.id })
    .from(initiative)
    .where(eq(initiative.slug, seed.initiative))
  if (!of || (await database().$count(initiativeCity, eq(initiativeCity.initiativeId, of.id))) > 0) return
  for (const { from, ...city } of seed.cities)
    await addCity(ctx, { initiativeId: of.id, details: { ...city, fromDate: from, toDate: null } })
}
