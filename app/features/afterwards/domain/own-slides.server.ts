import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listOwnSessions } from '#app/features/own-agenda/domain/own-sessions.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { file, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type OwnSlides = {
  session: { slug: string; title: TranslatedText }
  files: { id: string; name: string; size: number; by: string }[]
}

/**
 * Slides that everybody may have, of the published sessions that an attendee marked or had a seat in. Titles and names are
 * those that readers see: a draft's stay on the desk.
 */
export async function listOwnSlides(eventId: string, registrationId: string): Promise<OwnSlides[]> {
  const own = await listOwnSessions(registrationId)
  const ids = own.filter((one) => one.starred || one.signUp === 'confirmed').map((one) => one.sessionId)
  const published = ids.length > 0 ? await findPublishedAgenda(eventId) : null
  const sessions = (published?.agenda.sessions ?? []).filter((session) => ids.includes(session.id))
  if (!published || sessions.length === 0) return []
  const open = await openSlides(sessions.map((session) => session.id))
  const names = new Map(published.agenda.people.map((person) => [person.id, person.name]))
  return sessions.flatMap(({ id, slug, title }) => {
    const files = open
      .filter((one) => one.sessionId === id)
      .map(({ sessionId: _, personId, ...kept }) => ({ ...kept, by: names.get(personId) ?? '' }))
    return files.length > 0 ? [{ session: { slug, title }, files }] : []
  })
}

function openSlides(sessionIds: string[]) {
  const { id, sessionId, personId, createdAt } = slides
  return database()
    .select({ id, sessionId, personId, name: file.name, size: file.size })
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .where(and(inArray(sessionId, sessionIds), eq(slides.isPublic, true), isNull(slides.removedAt)))
    .orderBy(asc(createdAt))
}
