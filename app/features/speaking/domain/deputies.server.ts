import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { appearance, person, session, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Speaking } from './speaking-by-token.server.ts'

/** Who goes in this speaker's place by the draft: the deputy's name, by session. Sessions that were dropped are left out. */
export async function listDeputies(at: Speaking): Promise<Map<string, string>> {
  const rows = await database()
    .select({ sessionId: session.id, name: person.name })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(person, eq(person.id, appearance.personId))
    .where(
      and(
        eq(session.eventId, at.event.id),
        isNull(session.cancelledAt),
        inArray(appearance.deputyForId, sameAs(at)),
      ),
    )
  return new Map(rows.map((row) => [row.sessionId, row.name]))
}

/** The ids that mean this speaker: their own, and of those who were merged into them. */
export function sameAs({ personId }: Speaking) {
  return database().select({ id: person.id }).from(person).where(eq(person.keptId, personId))
}

type Sent = { sessionId: string; deputyId: string }

/** What the speaker handed in for a session goes to the deputy. */
export async function sendSlides(tx: Transaction, at: Speaking, { sessionId, deputyId }: Sent) {
  await tx
    .update(slides)
    .set({ personId: deputyId, deputyForId: sql`coalesce(${slides.deputyForId}, ${slides.personId})` })
    .where(and(eq(slides.sessionId, sessionId), inArray(slides.personId, sameAs(at))))
}

/** What the speaker had handed in comes back; the deputy's own stays the deputy's. */
export async function takeSlidesBack(tx: Transaction, at: Speaking, sessionId: string) {
  await tx
    .update(slides)
    .set({ personId: at.personId, deputyForId: null })
    .where(and(eq(slides.sessionId, sessionId), inArray(slides.deputyForId, sameAs(at))))
}

type Noted = { sessionId: string; deputy: { id: string; name: string } }

/** What became of a deputy, for the activity of the event. */
export async function noteDeputy(
  own: Context,
  at: Speaking,
  verb: 'deputy.named' | 'deputy.withdrawn',
  { sessionId, deputy }: Noted,
): Promise<void> {
  await recordActivity(own, {
    verb,
    eventId: at.event.id,
    subjectId: deputy.id,
    subjectName: deputy.name,
    details: { for: at.person.name, sessionId },
  })
}
