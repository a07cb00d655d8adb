import { and, eq, isNull } from 'drizzle-orm'
import { pictureSizes } from '#app/features/pictures/domain/picture-image.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, write } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { film, picture, pictureSize } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { told } from '../save-film.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostStills = 12

type Pair = { vi: string; en: string }
type OfFilm = { eventId: string; slug: string }
type OneStill = OfFilm & { stillId: string }
export type StoredStill = {
  id: string
  width: number
  height: number
  alt: TranslatedText
  credit: TranslatedText
  revision: number
}

/** Takes a still of a film in, behind its others; the first one stands beside its title. */
export async function addStill(
  ctx: Context,
  { eventId, slug, image, alt, credit }: OfFilm & { image: Uint8Array; alt: Pair; credit: Pair },
): Promise<string> {
  await requireEventRight(ctx, 'event.edit', eventId)
  const { width, height, sizes } = await pictureSizes(image)
  return withTransaction(async (tx) => {
    const of = await lockFilm(tx, { eventId, slug })
    const there = and(eq(picture.filmId, of.id), isNull(picture.removedAt))
    const others = await tx.select({ position: picture.position }).from(picture).where(there)
    if (others.length >= mostStills) throw new Refusal('stills-too-many', 'state', { limit: mostStills })
    const [added] = await tx
      .insert(picture)
      .values({
        eventId,
        filmId: of.id,
        use: 'still',
        width,
        height,
        alt: write(alt, ctx.locale),
        credit: write(credit, ctx.locale),
        position: Math.max(0, ...others.map((one) => one.position)) + 1,
        createdAt: ctx.now,
      })
      .returning({ id: picture.id })
    if (!added) throw new Error('A still was inserted without a row')
    await tx.insert(pictureSize).values(sizes.map((size) => ({ ...size, pictureId: added.id })))
    await told(ctx, 'still.added', of)
    return added.id
  })
}

/** A still of a film with what is said of it, or refused. */
export async function getStill({ eventId, slug, stillId }: OneStill): Promise<StoredStill> {
  const [found] = uuid.test(stillId)
    ? await database()
        .select({
          id: picture.id,
          width: picture.width,
          height: picture.height,
          alt: picture.alt,
          credit: picture.credit,
          revision: picture.revision,
        })
        .from(picture)
        .innerJoin(film, eq(film.id, picture.filmId))
        .where(
          and(
            eq(picture.id, stillId),
            eq(film.eventId, eventId),
            eq(film.slug, slug),
            isNull(film.removedAt),
            isNull(picture.removedAt),
          ),
        )
    : []
  if (!found) throw new Refusal('picture-missing', 'missing')
  return found
}

/** Writes what is said of a still, unless somebody did since. Answers whether anything changed. */
export async function editStill(
  ctx: Context,
  { alt, credit, revision, ...of }: OneStill & { alt: Pair; credit: Pair; revision: number },
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', of.eventId)
  return withTransaction(async (tx) => {
    const locked = await lockFilm(tx, of)
    const now = await getStill(of)
    if (now.revision !== revision) throw new SavedByOther(now)
    const next = { alt: edit(now.alt, alt, ctx.locale), credit: edit(now.credit, credit, ctx.locale) }
    if (sameValue(next, { alt: now.alt, credit: now.credit })) return false
    await tx
      .update(picture)
      .set({ ...next, revision: revision + 1 })
      .where(eq(picture.id, now.id))
    await told(ctx, 'still.edited', locked)
    return true
  })
}

/** Takes a still away, from readers at once; its image is kept only as long as that can be taken back. */
export async function removeStill(ctx: Context, { eventId, slug, stillId }: OneStill): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    const of = await lockFilm(tx, { eventId, slug })
    const own = and(eq(picture.filmId, of.id), eq(picture.id, stillId), isNull(picture.removedAt))
    const gone = uuid.test(stillId)
      ? await tx.update(picture).set({ removedAt: ctx.now }).where(own).returning({ id: picture.id })
      : []
    if (gone.length === 0) throw new Refusal('picture-missing', 'missing')
    await told(ctx, 'still.removed', of)
  })
}

async function lockFilm(tx: Transaction, { eventId, slug }: OfFilm) {
  const own = and(eq(film.eventId, eventId), eq(film.slug, slug), isNull(film.removedAt))
  const [found] = await tx.select().from(film).where(own).for('no key update')
  if (!found) throw new Refusal('film-missing', 'missing')
  return found
}
