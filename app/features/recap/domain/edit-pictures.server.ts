import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { pictureSizes } from '#app/features/pictures/domain/picture-image.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, picture, pictureSize } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type PictureWords = {
  caption: { vi: string; en: string }
  /** What it shows, for those who do not see it. */
  alt: { vi: string; en: string }
  credit: { vi: string; en: string }
}

const mostPictures = 100

/** Takes a picture in as the event's last; answers its id. Refuses what is no picture, too small or too large, or one too many. */
export async function addPicture(
  ctx: Context,
  input: { eventId: string; image: Uint8Array; words?: PictureWords },
): Promise<string> {
  const { eventId, words } = input
  await requireEventRight(ctx, 'recap.edit', eventId)
  const { width, height, sizes } = await pictureSizes(input.image)
  return withTransaction(async (tx) => {
    const others = await lockPictures(tx, eventId)
    if (others.length >= mostPictures)
      throw new Refusal('pictures-too-many', 'state', { limit: mostPictures })
    const position = Math.max(0, ...others.map((one) => one.position)) + 1
    const [added] = await tx
      .insert(picture)
      .values({ eventId, width, height, position, ...(words && columnsOf(words)), createdAt: ctx.now })
      .returning({ id: picture.id })
    if (!added) throw new Error('A picture was inserted without a row')
    await tx.insert(pictureSize).values(sizes.map((size) => ({ ...size, pictureId: added.id })))
    await recordActivity(ctx, { verb: 'picture.added', eventId, subjectId: added.id })
    return added.id
  })
}

/**
 * Writes what is said about a picture; refuses (saved by other) when it is not as the form saw it. Answers whether
 * anything changed.
 */
export async function editPicture(
  ctx: Context,
  input: { eventId: string; pictureId: string; revision: number; words: PictureWords },
): Promise<boolean> {
  const { eventId, pictureId, revision, words } = input
  await requireEventRight(ctx, 'recap.edit', eventId)
  return withTransaction(async (tx) => {
    const found = (await lockPictures(tx, eventId)).find((one) => one.id === pictureId)
    if (!found) throw new Refusal('picture-missing', 'missing')
    if (found.revision !== revision) {
      throw new SavedByOther(found)
    }
    const next = columnsOf(words, found)
    if (sameValue({ ...found, ...next }, found)) return false
    await tx
      .update(picture)
      .set({ ...next, revision: revision + 1 })
      .where(eq(picture.id, pictureId))
    if (found.isOnPage) await pageChanged(pageTag.event(eventId))
    const subjectName = textIn(found.caption, 'vi')
    await recordActivity(ctx, { verb: 'picture.edited', eventId, subjectId: pictureId, subjectName })
    return true
  })
}

/** Moves a picture one place towards the front or the end; at the edge it stays. */
export async function movePicture(
  ctx: Context,
  { eventId, pictureId, by }: { eventId: string; pictureId: string; by: -1 | 1 },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    const pictures = await lockPictures(tx, eventId)
    const all = pictures.map((one) => one.id)
    const from = all.indexOf(pictureId)
    if (from < 0) throw new Refusal('picture-missing', 'missing')
    const [moved = pictureId] = all.splice(from, 1)
    all.splice(Math.max(0, from + by), 0, moved)
    const places = sql.join(
      all.map((id, at) => sql`(${id}::uuid, ${at + 1}::int)`),
      sql`, `,
    )
    await tx.execute(
      sql`update picture p set position = v.at from (values ${places}) v (id, at) where p.id = v.id`,
    )
    if (pictures.some((one) => one.isOnPage)) await pageChanged(pageTag.event(eventId))
  })
}

/** Shows a picture on the event's own page, or no longer; a recap shows it either way. */
export async function showPicture(
  ctx: Context,
  { eventId, pictureId, isOnPage }: { eventId: string; pictureId: string; isOnPage: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    const found = (await lockPictures(tx, eventId)).find((one) => one.id === pictureId)
    if (!found) throw new Refusal('picture-missing', 'missing')
    if (found.isOnPage === isOnPage) return
    await tx.update(picture).set({ isOnPage }).where(eq(picture.id, pictureId))
    await pageChanged(pageTag.event(eventId))
    const subjectName = textIn(found.caption, 'vi')
    await recordActivity(ctx, {
      verb: isOnPage ? 'picture.shown' : 'picture.hidden',
      eventId,
      subjectId: pictureId,
      subjectName,
    })
  })
}

/** Takes a picture away, from public pages at once; its image is kept only as long as that can be taken back. */
export async function removePicture(
  ctx: Context,
  { eventId, pictureId }: { eventId: string; pictureId: string },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    const found = (await lockPictures(tx, eventId)).find((one) => one.id === pictureId)
    if (!found) throw new Refusal('picture-missing', 'missing')
    await tx.update(picture).set({ removedAt: ctx.now }).where(eq(picture.id, pictureId))
    await pageChanged(pageTag.event(eventId))
    const subjectName = textIn(found.caption, 'vi')
    await recordActivity(ctx, { verb: 'picture.removed', eventId, subjectId: pictureId, subjectName })
  })
}

/** All of an event's, in order, held until the transaction ends; who adds or moves one waits here. */
async function lockPictures(tx: Transaction, eventId: string) {
  const [found] = await tx
    .select({ id: event.id })
    .from(event)
    .where(eq(event.id, eventId))
    .for('no key update')
  if (!found) throw new Refusal('event-missing', 'missing')
  return tx
    .select()
    .from(picture)
    .where(and(eq(picture.eventId, eventId), eq(picture.use, 'gallery'), isNull(picture.removedAt)))
    .orderBy(asc(picture.position), asc(picture.createdAt), asc(picture.id))
}

const oneLine = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200)

function columnsOf({ caption, alt, credit }: PictureWords, before?: typeof picture.$inferSelect) {
  return {
    caption: edit(before?.caption ?? {}, caption),
    alt: edit(before?.alt ?? {}, alt),
    credit: edit(before?.credit ?? {}, { vi: oneLine(credit.vi), en: oneLine(credit.en) }),
  }
}
