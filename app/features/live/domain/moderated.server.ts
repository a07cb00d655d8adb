import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { getSpeakingByToken } from '#app/features/speaking/domain/speaking-by-token.server.ts'
import { Refusal } from '#app/shared/errors.ts'

/**
 * The session that the person of a speaker's link moderates, by the published agenda; their assistant may see it for
 * them. Refuses everybody else's (404): cues are private.
 */
export async function getModerated(token: string, sessionId: string) {
  const at = await getSpeakingByToken(token)
  const published = await findPublishedAgenda(at.event.id)
  const session = published?.agenda.sessions.find((one) => one.id === sessionId)
  const isModerator = session?.appearances.some(
    (one) => one.personId === at.personId && one.role === 'moderator',
  )
  if (!isModerator) throw new Refusal('session-missing', 'missing')
  return at
}

/** The sessions that a speaker moderates, by the published agenda. */
export async function moderatedBy(eventId: string, personId: string): Promise<string[]> {
  const published = await findPublishedAgenda(eventId)
  return (published?.agenda.sessions ?? [])
    .filter((session) =>
      session.appearances.some((one) => one.personId === personId && one.role === 'moderator'),
    )
    .map((session) => session.id)
}
