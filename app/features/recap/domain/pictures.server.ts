import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale, pictureFormats } from '#app/shared/vocabulary.ts'
import { picture, pictureSize } from '#db/schema/index.ts'
import type { RecapPicture } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'

export type EventPicture = RecapPicture & { revision: number }
type Format = (typeof pictureFormats)[number]

/** The pictures of an event in their order: one statement. */
export async function listPictures(eventId: string): Promise<EventPicture[]> {
  const { id, width, height, caption, alt, credit, revision } = picture
  return database()
    .select({
      id,
      width,
      height,
      caption,
      alt,
      credit,
      revision,
      widths: sql<number[]>`array(
        select s.width from picture_size s where s.picture_id = "picture"."id" and s.format = 'webp' order by s.width
      )`,
    })
    .from(picture)
    .where(and(eq(picture.eventId, eventId), isNull(picture.removedAt)))
    .orderBy(asc(picture.position), asc(picture.createdAt), asc(picture.id))
}

/** What lacks before readers may see a picture: its words for those who do not see it, in each language. */
export function lacksAlt({ alt }: { alt: TranslatedText }): Locale[] {
  return (['vi', 'en'] as const).filter((locale) => !alt[locale])
}

/** Those of an event that a recap may show: with words for people who do not see them. */
export async function listRecapPictures(eventId: string): Promise<RecapPicture[]> {
  const all = await listPictures(eventId)
  return all.filter((one) => lacksAlt(one).length === 0).map(({ revision, ...shown }) => shown)
}

/** One size of a picture that was not removed; null for any other. */
export async function findPictureImage(
  pictureId: string,
  format: Format,
  width?: number,
): Promise<Uint8Array | null> {
  const [found] = await database()
    .select({ image: pictureSize.image })
    .from(pictureSize)
    .innerJoin(picture, eq(picture.id, pictureSize.pictureId))
    .where(
      and(
        eq(pictureSize.pictureId, pictureId),
        eq(pictureSize.format, format),
        width === undefined ? undefined : eq(pictureSize.width, width),
        isNull(picture.removedAt),
      ),
    )
  return found?.image ?? null
}
