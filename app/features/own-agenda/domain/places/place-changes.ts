import type { OwnPlace, PlaceOutcome, SessionPlaces } from './choose-places.ts'

/** What a choice writes of one place. */
export type PlaceChange = {
  registration_id: string
  session_id: string
  state: 'confirmed' | 'waitlisted'
  seats: number
  /** What the session's counters grow by. */
  taken: number
  waiting: number
  /** Goes to the end of the line. */
  arrives: boolean
  /** The head of a line asks for less: it may fit now. */
  shrinks: boolean
}

/** What is to be written of the outcomes of one guest's choice, of whose places before it was `own`. */
export function changesOf(
  registrationId: string,
  outcomes: readonly PlaceOutcome[],
  own: readonly OwnPlace[],
): PlaceChange[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'confirmed' && outcome.kind !== 'waitlisted') return []
    const before = own.find(({ sessionId }) => sessionId === outcome.sessionId)
    const isConfirmed = outcome.kind === 'confirmed'
    return {
      registration_id: registrationId,
      session_id: outcome.sessionId,
      state: outcome.kind,
      seats: outcome.seats,
      taken: isConfirmed ? outcome.seats - (before?.seats ?? 0) : 0,
      waiting: isConfirmed || before ? 0 : 1,
      arrives: !before || (!isConfirmed && outcome.seats > before.seats),
      shrinks: before !== undefined && outcome.seats < before.seats,
    }
  })
}

/** The same with one change of each place: a guest who chose twice in the same moment is written once. */
export function oncePerPlace(changes: readonly PlaceChange[]): PlaceChange[] {
  const once = new Map<string, PlaceChange>()
  for (const change of changes) {
    const key = `${change.registration_id} ${change.session_id}`
    const before = once.get(key)
    // Whoever goes to the end of the line goes behind those who came meanwhile.
    if (change.arrives) once.delete(key)
    once.set(key, {
      ...change,
      taken: change.taken + (before?.taken ?? 0),
      waiting: change.waiting + (before?.waiting ?? 0),
      arrives: change.arrives || before?.arrives === true,
      shrinks: change.shrinks || before?.shrinks === true,
    })
  }
  return [...once.values()]
}

/** Sessions and guests at a moment of a group. */
export type PlaceState<Session extends SessionPlaces, Guest extends { own: readonly OwnPlace[] }> = {
  sessions: readonly Session[]
  guests: ReadonlyMap<string, Guest>
}

/** How sessions and guests stand after these changes, for whoever chooses next in the same moment. */
export function withChanges<Session extends SessionPlaces, Guest extends { own: readonly OwnPlace[] }>(
  { sessions, guests }: PlaceState<Session, Guest>,
  changes: readonly PlaceChange[],
): PlaceState<Session, Guest> {
  if (changes.length === 0) return { sessions, guests }
  const of = new Map(changes.map((change) => [change.session_id, change]))
  const after = new Map(guests)
  for (const change of changes) {
    const guest = after.get(change.registration_id)
    if (!guest) continue
    const { session_id: sessionId, state, seats } = change
    const filmIds = sessions.find((one) => one.sessionId === sessionId)?.filmIds ?? []
    const others = guest.own.filter((one) => one.sessionId !== sessionId)
    after.set(change.registration_id, { ...guest, own: [...others, { sessionId, state, seats, filmIds }] })
  }
  return {
    sessions: sessions.map((session) => {
      const change = of.get(session.sessionId)
      if (!change) return session
      const { taken, waiting } = change
      return { ...session, signedUp: session.signedUp + taken, waitlisted: session.waitlisted + waiting }
    }),
    guests: after,
  }
}
