import { addAward } from '#app/features/films/domain/awards/save-award.server.ts'
import { getFilm } from '#app/features/films/domain/films.server.ts'
import { addStill } from '#app/features/films/domain/stills/stills.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { filmOf, sectionOf } from '#tests/factories/films.ts'

type Words = { vi: string; en: string }

/** A film with a still, and a section, all of it with the words of the world. */
export async function filmWorld(eventId: string, words: Words, image: Uint8Array) {
  const section = await sectionOf(eventId, { name: words, description: words })
  const { slug } = await filmOf(eventId, {
    sectionId: section.id,
    title: words,
    synopsis: words,
    originalTitle: words.vi,
    credits: { director: [words.vi] },
  })
  const still = await addStill(system(), { eventId, slug, image, alt: words, credit: words })
  const { id: filmId } = await getFilm(eventId, slug)
  const winners = [{ filmId, personId: null, citation: words }]
  const details = { name: words, sectionId: section.id, position: null, winners }
  const award = await addAward(system(), { eventId, details })
  return { film: slug, section: section.slug, still, award }
}
