import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { stillPublic } from '#app/features/notes/domain/stored-notes.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { picture, portrait, recap, recapVersion, slides } from '#db/schema/index.ts'
import type { RecapContent, RecapWords } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'
import { publicDoc } from './rich-text.ts'

export type PublishedRecap = {
  number: number
  publishedAt: Date
  firstPublishedAt: Date
  content: RecapContent
}

/** Whether readers find a recap of this event. */
export async function isRecapPublished(eventId: string): Promise<boolean> {
  const [found] = await database()
    .select({ number: recap.publishedNumber })
    .from(recap)
    .where(eq(recap.eventId, eventId))
  return (found?.number ?? null) !== null
}

/**
 * The recap of an event as readers see it now, or null. Of the frozen version those words are left out that were taken
 * back since (refused, removed, off the record), pictures that were removed, and slides that were taken back or closed;
 * edits wait for the next version.
 */
export async function findPublishedRecap(eventId: string): Promise<PublishedRecap | null> {
  const versions = await database()
    .select({
      number: recapVersion.number,
      publishedAt: recapVersion.publishedAt,
      current: recap.publishedNumber,
    })
    .from(recapVersion)
    .innerJoin(recap, eq(recap.eventId, recapVersion.eventId))
    .where(eq(recapVersion.eventId, eventId))
    .orderBy(desc(recapVersion.number))
  const shown = versions.find((one) => one.number === one.current)
  if (!shown) return null
  const [found] = await database()
    .select({ content: recapVersion.content })
    .from(recapVersion)
    .where(and(eq(recapVersion.eventId, eventId), eq(recapVersion.number, shown.number)))
  const first = versions.at(-1)
  if (!found || !first) return null
  return {
    number: shown.number,
    publishedAt: shown.publishedAt,
    firstPublishedAt: first.publishedAt,
    content: await withoutWithdrawn(eventId, found.content),
  }
}

async function withoutWithdrawn(eventId: string, content: RecapContent): Promise<RecapContent> {
  const [words, pictures, portraits, open] = await Promise.all([
    stillPublic(eventId, content.notes),
    database()
      .select({ id: picture.id })
      .from(picture)
      .where(and(eq(picture.eventId, eventId), isNull(picture.removedAt))),
    portraitsOf(content.people.map((one) => one.id)),
    content.slides.length === 0 ? [] : openOf(content.slides.map((one) => one.id)),
  ])
  const there = new Set(pictures.map((one) => one.id))
  const left = {
    notes: content.notes.flatMap((one) => {
      const still = words.get(one.id)
      return still ? [{ ...one, words: still }] : []
    }),
    pictures: content.pictures.filter((one) => there.has(one.id)),
  }
  const handedIn = content.slides.filter((one) => open.some(({ id }) => id === one.id))
  // A portrait is that of today: one that was taken away or replaced is in no version any more.
  const people = content.people.map((one) => ({ ...one, portraitId: portraits.get(one.id) ?? null }))
  return { ...content, ...left, people, slides: handedIn, texts: publicTexts(content, left) }
}

async function portraitsOf(personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { id, personId } = portrait
  const found = await database()
    .select({ id, personId })
    .from(portrait)
    .where(and(inArray(personId, personIds), isNull(portrait.removedAt)))
  return new Map(found.map((one) => [one.personId, one.id]))
}

function openOf(ids: string[]) {
  return database()
    .select({ id: slides.id })
    .from(slides)
    .where(and(inArray(slides.id, ids), eq(slides.isPublic, true), isNull(slides.removedAt)))
}

function publicTexts(
  { texts }: RecapContent,
  { notes, pictures }: Pick<RecapContent, 'notes' | 'pictures'>,
): RecapContent['texts'] {
  const clean = (of: Partial<Record<Locale, RecapWords>>) =>
    Object.fromEntries(
      Object.entries(of).map(([locale, text]) => {
        const shown = {
          notes: new Set(notes.flatMap((one) => (one.words[locale as Locale] ? [one.id] : []))),
          pictures: new Set(pictures.map((one) => one.id)),
        }
        return [locale, { ...text, doc: publicDoc(text.doc, shown) }]
      }),
    )
  return { article: clean(texts.article), 'press-release': clean(texts['press-release']) }
}
