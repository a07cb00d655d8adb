import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { film, sessionFilm } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { told } from './save-film.server.ts'

/** How long what was removed can still come back: longer than any act is held. */
const keptMinutes = 15

/** Takes a film from everybody's sight; it is deleted when that cannot be taken back. One that a screening shows stays. */
export async function removeFilm(
  ctx: Context,
  { eventId, slug }: { eventId: string; slug: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const own = and(eq(film.eventId, eventId), eq(film.slug, slug), isNull(film.removedAt))
    const [found] = await tx.select().from(film).where(own)
    if (!found) throw new Refusal('film-missing', 'missing')
    const isDrafted = (await tx.$count(sessionFilm, eq(sessionFilm.filmId, found.id))) > 0
    const published = await findPublishedAgenda(eventId)
    const isAnnounced = published?.agenda.sessions.some(({ films = [] }) =>
      films.some(({ id }) => id === found.id),
    )
    if (isDrafted || isAnnounced) throw new Refusal('film-shown', 'state')
    await tx.update(film).set({ removedAt: ctx.now }).where(own)
    await told(ctx, 'film.removed', found)
  })
}

/** Deletes what was removed for good. Run by the clock. */
export async function eraseRemovedFilms(ctx: Context): Promise<number> {
  const over = new Date(ctx.now.getTime() - keptMinutes * 60_000)
  const gone = await database()
    .delete(film)
    .where(and(isNotNull(film.removedAt), lt(film.removedAt, over)))
    .returning({ id: film.id })
  return gone.length
}
