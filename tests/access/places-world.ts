import { carriedBy, cityOn, indexOf } from '#tests/factories/places.ts'

/** An initiative that nobody else sees yet, with a city and an index, all of it with the words of the world. */
export async function placesWorld(organizationId: string, words: { vi: string; en: string }) {
  const of = await carriedBy(organizationId, { name: words, publishedAt: null })
  const city = await cityOn(of.id, { name: words, source: words })
  const { of: index, edition } = await indexOf(of.id, { words })
  return { initiative: of.slug, city: city.id, index: index.slug, edition: edition.id, component: 'care' }
}
