import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import {
  availability,
  file,
  invitation,
  person,
  portrait,
  session,
  slides,
  timeProposal,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { listDeputies } from './deputies.server.ts'
import { bySpeaker } from './slides-of-speaker.server.ts'
import type { Speaking } from './speaking-by-token.server.ts'

/** Everything the speaker's page shows beside the event: six statements, however many sessions. */
export async function getSpeakingPage(at: Speaking) {
  const { event, personId } = at
  const merged = eq(person.keptId, personId)
  const invited = await database()
    .select({ invitation, sessionId: session.id })
    .from(invitation)
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .innerJoin(person, eq(person.id, invitation.personId))
    .where(and(eq(session.eventId, event.id), merged))
    .orderBy(asc(sql`${invitation.sent} ->> 'startsAt'`))
  const ids = invited.map((one) => one.invitation.id)
  const [who, proposals, windows, handedIn, deputies] = await Promise.all([
    database()
      .select({
        person,
        portraitId: portrait.id,
      })
      .from(person)
      .leftJoin(portrait, and(eq(portrait.personId, person.id), isNull(portrait.removedAt)))
      .where(eq(person.id, personId)),
    ids.length === 0
      ? []
      : database()
          .select()
          .from(timeProposal)
          .where(and(inArray(timeProposal.invitationId, ids), eq(timeProposal.state, 'open'))),
    database()
      .select()
      .from(availability)
      .where(and(eq(availability.eventId, event.id), eq(availability.personId, personId)))
      .orderBy(asc(availability.startsAt)),
    listSlides(at),
    listDeputies(at),
  ])
  const [own] = who
  if (!own) throw new Error('A part in an event without its person')
  return { invited, ...own, proposals, windows, slides: handedIn, deputies }
}

/** The slides that a speaker handed in for the sessions of the event, newest last. */
function listSlides(at: Speaking) {
  return database()
    .select({
      id: slides.id,
      sessionId: slides.sessionId,
      name: file.name,
      size: file.size,
      createdAt: slides.createdAt,
    })
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .where(and(bySpeaker(at), isNull(slides.removedAt)))
    .orderBy(asc(slides.createdAt))
}
