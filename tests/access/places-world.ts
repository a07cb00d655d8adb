import { eq } from 'drizzle-orm'
import { initiative } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { draftInFull } from '#tests/factories/initiatives.ts'
import { first } from '#tests/factories/numbers.ts'
import { cityOn, indexOf } from '#tests/factories/places.ts'

/** A draft with a part of every kind, a city and an index, all of it with the words of the world. */
export async function placesWorld(
  body: { id: string },
  words: { vi: string; en: string },
  image: Uint8Array,
) {
  const draft = await draftInFull(body, words, image)
  const of = first(await database().select().from(initiative).where(eq(initiative.slug, draft.initiative)))
  const city = await cityOn(of.id, { name: words, source: words })
  const { of: index, edition } = await indexOf(of.id, { words })
  return { ...draft, city: city.id, index: index.slug, edition: edition.id, component: 'care' }
}
