import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { prepared } from '#db/prepared.server.ts'
import { event, guestCategory, invitation, registration, session, venue } from '#db/schema/index.ts'

const wished = alias(guestCategory, 'wished')

const byToken = prepared((db) =>
  db
    .select({
      registration,
      category: guestCategory,
      wished,
      event,
      venue,
      invitation,
      hasPlaces: sql<boolean>`exists (
        select from ${session} where ${session.eventId} = ${event.id} and ${session.signUp} and ${session.cancelledAt} is null
      ) or exists (select from event part where part.parent_id = ${event.id} and part.published_at is not null)`,
    })
    .from(registration)
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .leftJoin(wished, eq(wished.id, registration.wishedCategoryId))
    .innerJoin(event, eq(event.id, registration.eventId))
    .leftJoin(venue, eq(venue.id, event.venueId))
    .leftJoin(invitation, eq(invitation.registrationId, registration.id))
    .where(eq(registration.tokenHash, sql.placeholder('hash')))
    .prepare('attendee-page'),
)

/** Everything an attendee's page shows, by their personal link; refuses (404) a link that opens nothing. */
export async function getAttendeePage(token: string) {
  const [found] = await byToken().execute({ hash: hashToken(token) })
  if (!found) throw new Refusal('link-unknown', 'missing')
  return found
}

export type AttendeePage = Awaited<ReturnType<typeof getAttendeePage>>
