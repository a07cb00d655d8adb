import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listShifts } from '#app/features/interpretation/domain/interpretation-plan.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale } from '#app/shared/vocabulary.ts'
import { type Cue, listCues } from './cues.server.ts'
import { getLive } from './live-now.server.ts'
import type { LiveSession, LiveState } from './live-state.ts'

export type ModeratorPerson = {
  id: string
  name: string
  honorific: TranslatedText
  position: TranslatedText
  affiliation: TranslatedText
  pronunciation: string | null
  roles: AppearanceRole[]
  minutes: number | null
  cue: Cue | null
}

/** A session as its moderator runs it: its state, its people in speaking order with their cues, what comes after it. */
export type ModeratorView = {
  live: LiveState
  session: LiveSession
  languages: Locale[]
  interpretation: Locale[]
  people: ModeratorPerson[]
  cue: Cue | null
  shifts: Awaited<ReturnType<typeof listShifts>>
}

/** Reads it for those whose right was checked; refuses a session that is not published. */
export async function getModeratorView(
  eventId: string,
  sessionId: string,
  now: Date,
): Promise<ModeratorView> {
  const [live, published, cues, shifts] = await Promise.all([
    getLive(eventId, now),
    findPublishedAgenda(eventId),
    listCues(sessionId),
    listShifts(sessionId),
  ])
  const session = live.sessions.find((one) => one.id === sessionId)
  const shown = published?.agenda.sessions.find((one) => one.id === sessionId)
  if (!session || !shown || !published) throw new Refusal('session-not-published', 'missing')
  const cueOf = new Map(cues.map((one) => [one.personId, one]))
  const people = new Map<string, ModeratorPerson>()
  for (const { personId, role, minutes } of shown.appearances) {
    const found = published.agenda.people.find((one) => one.id === personId)
    if (!found) continue
    const { name, honorific, position, affiliation, pronunciation } = found
    const known = people.get(personId) ?? {
      id: personId,
      name,
      honorific,
      position,
      affiliation,
      pronunciation,
      roles: [],
      minutes,
      cue: cueOf.get(personId) ?? null,
    }
    known.roles.push(role)
    people.set(personId, known)
  }
  return {
    live,
    session,
    people: [...people.values()],
    cue: cueOf.get(null) ?? null,
    languages: shown.languages,
    interpretation: shown.interpretation,
    shifts,
  }
}
