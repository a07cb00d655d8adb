import { eq } from 'drizzle-orm'
import { initiative } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first } from '#tests/factories/numbers.ts'
import { cityOn, indexOf } from '#tests/factories/places.ts'

/** A city and an index of an initiative of the world, with its words. */
export async function placesWorld(slug: string, words: { vi: string; en: string }) {
  const of = first(await database().select().from(initiative).where(eq(initiative.slug, slug)))
  const city = await cityOn(of.id, { name: words, source: words })
  const { of: index, edition } = await indexOf(of.id, { words })
  return { city: city.id, index: index.slug, edition: edition.id, component: 'care' }
}
