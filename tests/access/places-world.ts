import { eq } from 'drizzle-orm'
import { initiative, initiativeEvent, initiativeNote, initiativeSession } from '#db/schema/index.ts'
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
  const table = `place,name_vi,name_en,rank\nalpha,${words.vi},${words.en},1`
  const { of: index, edition } = await indexOf(of.id, { words, table })
  return { ...draft, city: city.id, index: index.slug, edition: edition.id, component: 'care', unit: 'alpha' }
}

type Tied = { eventId: string; sessionId: string; noteId: string }

/** The initiative names the event in every way that there is. */
export async function tieTo(slug: string, { eventId, sessionId, noteId }: Tied) {
  const db = database()
  const [named] = await db
    .update(initiative)
    .set({ bornAtId: eventId })
    .where(eq(initiative.slug, slug))
    .returning({ id: initiative.id })
  const initiativeId = named?.id ?? ''
  await db.insert(initiativeEvent).values({ initiativeId, eventId })
  await db.insert(initiativeSession).values({ initiativeId, sessionId })
  await db.insert(initiativeNote).values({ initiativeId, noteId, position: 0 })
}
