import type { Locale } from '#app/shared/vocabulary.ts'
import type { session } from '#db/schema/index.ts'
import type { DraftAppearance, DraftSession } from './draft-edit.ts'

/** A session's row with its people and films, as the editor and the rules about clashes know it. */
export function draftSession(
  row: typeof session.$inferSelect,
  appearances: DraftAppearance[],
  films: string[],
): DraftSession {
  const { id, slug, kind, title, abstract, trackId, roomId, capacity, signUp } = row
  return {
    id,
    slug,
    kind,
    title,
    abstract,
    trackId,
    roomId,
    capacity,
    signUp,
    languages: row.languages as Locale[],
    interpretation: row.interpretation as Locale[],
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    dropped: row.cancelledAt !== null,
    appearances,
    films,
  }
}

/** Where two records of one person sat in a session, the person sits once. */
export function onceEach<Seat extends { sessionId: string; personId: string; role: string }>(seats: Seat[]) {
  const taken = new Set<string>()
  return seats.filter(({ sessionId, personId, role }) => {
    const seat = `${sessionId} ${personId} ${role}`
    return !taken.has(seat) && taken.add(seat)
  })
}
