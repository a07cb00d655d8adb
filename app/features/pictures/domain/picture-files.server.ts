import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { picture, pictureSize } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type PictureFormat, smallerPicture } from './picture-image.server.ts'
import { pictureWidths } from './picture-widths.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One size of a picture that was not removed; null for any other. A size of pages that nobody asked for yet is made of
 * the large one and kept.
 */
export async function findPictureImage(
  pictureId: string,
  format: PictureFormat,
  width?: number,
): Promise<Uint8Array | null> {
  if (!uuid.test(pictureId)) return null
  const kept = await findKept(pictureId, format, width)
  if (kept) return kept.image
  const press = width === undefined ? null : await findKept(pictureId, 'jpeg')
  if (!press || width === undefined || !pictureWidths(press.width).includes(width)) return null
  const made = await smallerPicture(press.image, format, width)
  await database()
    .insert(pictureSize)
    .values({ ...made, pictureId })
    .onConflictDoNothing()
  return made.image
}

async function findKept(pictureId: string, format: PictureFormat, width?: number) {
  const [found] = await database()
    .select({ image: pictureSize.image, width: pictureSize.width })
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
  return found ?? null
}

/** The images of removed pictures are kept only as long as the removal can be taken back. Run by the clock. */
export async function forgetRemovedPictures(ctx: Context): Promise<void> {
  const over = new Date(ctx.now.getTime() - 60 * 60_000)
  const removed = database()
    .select({ one: sql`1` })
    .from(picture)
    .where(and(eq(picture.id, pictureSize.pictureId), lt(picture.removedAt, over)))
  await database().delete(pictureSize).where(sql`exists ${removed}`)
}
