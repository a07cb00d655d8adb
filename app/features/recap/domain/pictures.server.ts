import { and, asc, eq, isNull } from 'drizzle-orm'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { picture } from '#db/schema/index.ts'
import type { RecapPicture } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'

export type EventPicture = RecapPicture & { revision: number; isOnPage: boolean }

/** The pictures of an event in their order: one statement. */
export async function listPictures(eventId: string): Promise<EventPicture[]> {
  const { id, width, height, caption, alt, credit, revision, isOnPage } = picture
  const found = await database()
    .select({ id, width, height, caption, alt, credit, revision, isOnPage })
    .from(picture)
    .where(and(eq(picture.eventId, eventId), eq(picture.use, 'gallery'), isNull(picture.removedAt)))
    .orderBy(asc(picture.position), asc(picture.createdAt), asc(picture.id))
  return found.map((one) => ({ ...one, widths: pictureWidths(one.width) }))
}

/** What lacks before readers may see a picture: its words for those who do not see it, in each language. */
export function lacksAlt({ alt }: { alt: TranslatedText }): Locale[] {
  return (['vi', 'en'] as const).filter((locale) => !alt[locale])
}

/** Those of an event that a recap may show: with words for people who do not see them. */
export async function listRecapPictures(eventId: string): Promise<RecapPicture[]> {
  const all = await listPictures(eventId)
  return all.filter((one) => lacksAlt(one).length === 0).map(({ revision, isOnPage, ...shown }) => shown)
}

/** Those that readers find on the event's own page. */
export async function listGallery(eventId: string): Promise<RecapPicture[]> {
  const all = await listPictures(eventId)
  return all
    .filter((one) => one.isOnPage && lacksAlt(one).length === 0)
    .map(({ revision, isOnPage, ...shown }) => shown)
}
