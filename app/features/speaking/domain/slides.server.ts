import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event, file, session, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { bySpeaker } from './slides-of-speaker.server.ts'
import { getSpeakingByToken } from './speaking-by-token.server.ts'

const columns = { id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 }

/** Slides that this speaker handed in; refuses others'. */
export async function getSlidesOfSpeaker(token: string, slidesId: string) {
  const at = await getSpeakingByToken(token)
  const [found] = await database()
    .select(columns)
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .where(and(eq(slides.id, slidesId), bySpeaker(at), isNull(slides.removedAt)))
  if (!found) throw new Refusal('slides-missing', 'missing')
  return found
}

/** Slides of a session of this event, for its organizers. */
export async function getSlidesOfEvent(ctx: Context, eventId: string, slidesId: string) {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  const [found] = await database()
    .select(columns)
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .innerJoin(session, eq(session.id, slides.sessionId))
    .where(and(eq(slides.id, slidesId), eq(session.eventId, eventId), isNull(slides.removedAt)))
  if (!found) throw new Refusal('slides-missing', 'missing')
  return found
}

/** Slides that the organizers opened to everybody, of a published event. */
export async function getPublicSlides(slidesId: string) {
  const [found] = await database()
    .select(columns)
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .innerJoin(session, eq(session.id, slides.sessionId))
    .innerJoin(event, eq(event.id, session.eventId))
    .where(
      and(
        eq(slides.id, slidesId),
        eq(slides.isPublic, true),
        isNull(slides.removedAt),
        isNotNull(event.publishedAt),
      ),
    )
  if (!found) throw new Refusal('slides-missing', 'missing')
  return found
}
