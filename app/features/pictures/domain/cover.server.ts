import { and, eq, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, picture, pictureSize } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { findPictureImage } from './picture-files.server.ts'
import { type MadePicture, pictureCut } from './picture-image.server.ts'

type Words = { vi: string; en: string }
export type CoverDetails = {
  /** What it shows, for those who do not see it. */
  alt: Words
  credit: Words
  focalX: number
  focalY: number
}
export type Cover = typeof picture.$inferSelect

/** The picture that an event opens with, for readers whose right was checked; or null. */
export async function findCover(eventId: string): Promise<Cover | null> {
  const [found] = await database().select().from(picture).where(coverOf(eventId))
  return found ?? null
}

/** The part of an event's cover around its focal point, as a JPEG of exactly this size; null without one. */
export async function findCoverCut(
  cover: Pick<Cover, 'id' | 'focalX' | 'focalY'> | null,
  target: { width: number; height: number },
): Promise<Uint8Array | null> {
  const press = cover && (await findPictureImage(cover.id, 'jpeg'))
  return press && pictureCut(press, target, cover)
}

/** Takes a picture as the cover of an event, in place of the one before; answers its id. */
export async function saveCover(
  ctx: Context,
  { eventId, made, details }: { eventId: string; made: MadePicture; details: CoverDetails },
): Promise<string> {
  await requireEventRight(ctx, 'event.edit', eventId)
  const { width, height, sizes } = made
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    await tx.update(picture).set({ removedAt: ctx.now }).where(coverOf(eventId))
    const [added] = await tx
      .insert(picture)
      .values({ eventId, use: 'cover', width, height, ...columnsOf(details), createdAt: ctx.now })
      .returning({ id: picture.id })
    if (!added) throw new Error('A cover was inserted without a row')
    await tx.insert(pictureSize).values(sizes.map((size) => ({ ...size, pictureId: added.id })))
    await coverChanged(ctx, eventId, 'cover.saved')
    return added.id
  })
}

/** Writes what is said about a cover and where it is cut; answers whether anything changed. */
export async function editCover(
  ctx: Context,
  { eventId, revision, details }: { eventId: string; revision: number; details: CoverDetails },
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const [found] = await tx.select().from(picture).where(coverOf(eventId))
    if (!found) throw new Refusal('picture-missing', 'missing')
    if (found.revision !== revision) throw new SavedByOther(found)
    const next = columnsOf(details, found)
    if (sameValue({ ...found, ...next }, found)) return false
    await tx
      .update(picture)
      .set({ ...next, revision: revision + 1 })
      .where(eq(picture.id, found.id))
    await coverChanged(ctx, eventId, 'cover.edited')
    return true
  })
}

/** Takes the cover away, from public pages at once; its image is kept only as long as that can be taken back. */
export async function removeCover(ctx: Context, { eventId }: { eventId: string }): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const gone = await tx.update(picture).set({ removedAt: ctx.now }).where(coverOf(eventId)).returning()
    if (gone.length === 0) throw new Refusal('picture-missing', 'missing')
    await coverChanged(ctx, eventId, 'cover.removed')
  })
}

const coverOf = (eventId: string) =>
  and(eq(picture.eventId, eventId), eq(picture.use, 'cover'), isNull(picture.removedAt))

async function lockEvent(tx: Transaction, eventId: string): Promise<void> {
  const [found] = await tx
    .select({ id: event.id })
    .from(event)
    .where(eq(event.id, eventId))
    .for('no key update')
  if (!found) throw new Refusal('event-missing', 'missing')
}

async function coverChanged(ctx: Context, eventId: string, verb: string): Promise<void> {
  await pageChanged(pageTag.event(eventId), pageTag.home)
  await recordActivity(ctx, { verb, eventId, subjectId: eventId })
}

function columnsOf({ alt, credit, focalX, focalY }: CoverDetails, before?: Cover) {
  return { alt: edit(before?.alt ?? {}, alt), credit: edit(before?.credit ?? {}, credit), focalX, focalY }
}
