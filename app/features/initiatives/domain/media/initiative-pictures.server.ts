import { and, asc, eq, isNull } from 'drizzle-orm'
import { type MadePicture, pictureSizes } from '#app/features/pictures/domain/picture-image.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { picture, pictureSize } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostPictures = 60

type Pair = { vi: string; en: string }
type NewPicture = {
  initiativeId: string
  use: 'cover' | 'gallery'
  image: Uint8Array
  words: { alt: Pair; caption: Pair; credit: Pair }
}

const ofInitiative = (initiativeId: string) =>
  and(eq(picture.initiativeId, initiativeId), isNull(picture.removedAt))

/** The pictures of an initiative, the one that it opens with first, for readers whose right was checked. */
export function listInitiativePictures(initiativeId: string) {
  const { id, use, width, height, alt, caption, credit } = picture
  return database()
    .select({ id, use, width, height, alt, caption, credit })
    .from(picture)
    .where(ofInitiative(initiativeId))
    .orderBy(asc(picture.use), asc(picture.position), asc(picture.createdAt), asc(picture.id))
}

export type StoredPicture = typeof picture.$inferSelect

/** One picture of this initiative, or refused. */
export async function getInitiativePicture(initiativeId: string, pictureId: string): Promise<StoredPicture> {
  const own = and(ofInitiative(initiativeId), eq(picture.id, pictureId))
  const [found] = uuid.test(pictureId) ? await database().select().from(picture).where(own) : []
  if (!found) throw new Refusal('picture-missing', 'missing')
  return found
}

/** Takes a picture in: as the one that the initiative opens with, in place of the one before, or as its last. */
export async function addInitiativePicture(ctx: Context, input: NewPicture): Promise<string> {
  const { initiativeId, use, words } = input
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const made = await pictureSizes(input.image)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const others = await tx.select().from(picture).where(ofInitiative(initiativeId))
    if (others.length >= mostPictures)
      throw new Refusal('pictures-too-many', 'state', { limit: mostPictures })
    if (use === 'cover')
      await tx
        .update(picture)
        .set({ removedAt: ctx.now })
        .where(and(ofInitiative(initiativeId), eq(picture.use, 'cover')))
    const position = Math.max(0, ...others.map((one) => one.position)) + 1
    const alt = write(words.alt, ctx.locale)
    const columns = {
      alt,
      caption: write(words.caption, ctx.locale),
      credit: write(words.credit, ctx.locale),
    }
    const id = await insertPicture(tx, made, { initiativeId, use, position, ...columns, createdAt: ctx.now })
    await partChanged(ctx, initiativeId, {
      verb: 'initiative-picture.added',
      subjectId: id,
      subjectName: textIn(alt, ctx.locale),
    })
    return id
  })
}

type Values = Omit<typeof picture.$inferInsert, 'width' | 'height'>

async function insertPicture(tx: Transaction, made: MadePicture, values: Values): Promise<string> {
  const { width, height, sizes } = made
  const [added] = await tx
    .insert(picture)
    .values({ ...values, width, height })
    .returning({ id: picture.id })
  if (!added) throw new Error('A picture was inserted without a row')
  await tx.insert(pictureSize).values(sizes.map((size) => ({ ...size, pictureId: added.id })))
  return added.id
}

/** Takes a picture away, from readers at once; its image is kept only as long as that can be taken back. */
export async function removeInitiativePicture(
  ctx: Context,
  { initiativeId, pictureId }: { initiativeId: string; pictureId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const own = and(ofInitiative(initiativeId), eq(picture.id, pictureId))
    const [gone] = uuid.test(pictureId)
      ? await tx.update(picture).set({ removedAt: ctx.now }).where(own).returning()
      : []
    if (!gone) throw new Refusal('picture-missing', 'missing')
    await partChanged(ctx, initiativeId, {
      verb: 'initiative-picture.removed',
      subjectId: pictureId,
      subjectName: textIn(gone.alt, ctx.locale),
    })
  })
}
