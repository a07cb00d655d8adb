import { and, eq } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Locale, SessionKind } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { room, session, track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { slotProblem } from './clashes/slot-problem.ts'

export type NewSession = {
  eventId: string
  kind: SessionKind
  /** The address wanted; made from the title when there is none. */
  slug?: string
  title: TranslatedText
  abstract?: TranslatedText
  languages?: Locale[]
  trackId?: string
  roomId?: string
  startsAt?: Date
  endsAt?: Date
  capacity?: number
  /** Attendees sign up for it by itself. */
  signUp?: boolean
}

/** Adds a session to the draft; readers see it after the next publication. */
export async function addSession(ctx: Context, input: NewSession): Promise<typeof session.$inferSelect> {
  const { eventId } = input
  await requireEventRight(ctx, 'agenda.edit', eventId)
  if (!textIn(input.title, 'vi')) throw new Refusal('session-title-missing', 'invalid')
  return withTransaction(async (tx) => {
    const problem = slotProblem(input, await lockEvent(tx, eventId))
    if (problem) throw new Refusal(problem, 'invalid')
    await requireOwnPlaces(tx, input)
    const taken = await tx.select({ slug: session.slug }).from(session).where(eq(session.eventId, eventId))
    const wanted = input.slug || slugOf(input.title.en ?? input.title.vi ?? '') || input.kind
    const slug = freeSlug(wanted, new Set(taken.map((row) => row.slug)))
    const [added] = await tx
      .insert(session)
      .values({ ...input, slug, createdAt: ctx.now })
      .returning()
    if (!added) throw new Error('A session was inserted without a row')
    const subjectName = textIn(input.title, 'vi')
    await recordActivity(ctx, { verb: 'session.added', eventId, subjectId: added.id, subjectName })
    return added
  })
}

/** Room and track must be this event's own: the foreign keys alone would take a neighbour's. */
async function requireOwnPlaces(tx: Transaction, { eventId, roomId, trackId }: NewSession) {
  if (roomId) {
    const own = await tx
      .select({ id: room.id })
      .from(room)
      .where(and(eq(room.id, roomId), eq(room.eventId, eventId)))
    if (own.length === 0) throw new Refusal('room-missing', 'missing')
  }
  if (trackId) {
    const own = await tx
      .select({ id: track.id })
      .from(track)
      .where(and(eq(track.id, trackId), eq(track.eventId, eventId)))
    if (own.length === 0) throw new Refusal('track-missing', 'missing')
  }
}
