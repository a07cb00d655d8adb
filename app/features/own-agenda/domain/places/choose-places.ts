/** A wish for seats in one session: one's own and those of the people one brings; for none, where those one has go back. */
export type PlaceWish = {
  sessionId: string
  seats: number
  /** Whoever has more there already keeps them. */
  atLeast?: true
}

/** A session as it is while its seats are held. */
export type SessionPlaces = {
  sessionId: string
  signUp: boolean
  isPublished: boolean
  isCancelled: boolean
  hasBegun: boolean
  capacity: number | null
  signedUp: number
  waitlisted: number
  trackId: string | null
  /** The films that it shows. */
  filmIds: string[]
}
export type OwnPlace = {
  sessionId: string
  state: 'confirmed' | 'waitlisted'
  seats: number
  filmIds: string[]
}

/** The most that one guest can have in one session. */
export const mostSeats = 20

export type PlaceRefusal =
  | 'session-missing'
  | 'sign-up-none'
  | 'sign-up-over'
  | 'places-not-in-pass'
  | 'places-session-limit'
  | 'places-limit'
  | 'places-film-limit'
  | 'places-fewer-left'

export type PlaceOutcome = PlaceWish &
  (
    | { kind: 'confirmed' | 'waitlisted' | 'left' }
    | { kind: 'as-is'; state: OwnPlace['state'] }
    | { kind: 'refused'; reason: PlaceRefusal; details: { limit?: number; left?: number } }
  )

export type Choice = {
  sessions: readonly SessionPlaces[]
  own: readonly OwnPlace[]
  /** Seats of one registration in one session, in all that show one film, and in all; null where nobody limits them. */
  limits: { perSession: number; perFilm: number | null; perGuest: number | null }
  /** The tracks that the guest's pass opens; null when it opens all. */
  opens: readonly string[] | null
}

/**
 * What becomes of each wish, in the order in which they were made, so that the first ones count where a limit is reached.
 * Parties have all their seats or none: more than are left are refused with what is left, and none left is a place in
 * the line. Whoever has seats already gets more of them only past an empty line.
 */
export function choosePlaces(wishes: readonly PlaceWish[], choice: Choice): PlaceOutcome[] {
  const held = new Map(choice.own.map((place) => [place.sessionId, place]))
  // What is given back counts for nothing any more, wherever in the form it stood.
  const inOrder = [...wishes.filter(({ seats }) => seats === 0), ...wishes.filter(({ seats }) => seats > 0)]
  return inOrder.map((wish) => {
    const outcome = choosePlace(wish, choice, held)
    if (outcome.kind === 'left') held.delete(wish.sessionId)
    if (outcome.kind === 'confirmed' || outcome.kind === 'waitlisted') {
      const { sessionId, seats } = wish
      const shown = choice.sessions.find((one) => one.sessionId === sessionId)
      held.set(sessionId, { sessionId, seats, state: outcome.kind, filmIds: shown?.filmIds ?? [] })
    }
    return outcome
  })
}

function choosePlace(wish: PlaceWish, choice: Choice, held: ReadonlyMap<string, OwnPlace>): PlaceOutcome {
  const { limits, opens } = choice
  const refused = (reason: PlaceRefusal, details: { limit?: number; left?: number } = {}): PlaceOutcome => ({
    ...wish,
    kind: 'refused',
    reason,
    details,
  })
  if (wish.seats === 0) return { ...wish, kind: 'left' }
  const session = choice.sessions.find(({ sessionId }) => sessionId === wish.sessionId)
  if (!session) return refused('session-missing')
  if (!session.signUp || !session.isPublished || session.isCancelled) return refused('sign-up-none')
  if (session.hasBegun) return refused('sign-up-over')
  if (opens && !(session.trackId && opens.includes(session.trackId))) return refused('places-not-in-pass')
  const present = held.get(wish.sessionId)
  if (present && (wish.atLeast || present.seats === wish.seats)) {
    return { ...wish, kind: 'as-is', state: present.state }
  }
  const isFewer = present !== undefined && wish.seats < present.seats
  if (isFewer) return { ...wish, kind: present.state }
  if (wish.seats > limits.perSession) return refused('places-session-limit', { limit: limits.perSession })
  if (limits.perFilm !== null && wish.seats > seatsLeftForFilms(session, held, limits.perFilm)) {
    return refused('places-film-limit', { limit: limits.perFilm })
  }
  const others = [...held.values()].reduce((sum, one) => sum + one.seats, 0) - (present?.seats ?? 0)
  if (limits.perGuest !== null && others + wish.seats > limits.perGuest) {
    return refused('places-limit', { limit: limits.perGuest, left: Math.max(0, limits.perGuest - others) })
  }
  const free = (session.capacity ?? Number.POSITIVE_INFINITY) - session.signedUp
  const more = wish.seats - (present?.state === 'confirmed' ? present.seats : 0)
  if (present?.state !== 'waitlisted' && session.waitlisted === 0 && more <= free) {
    return { ...wish, kind: 'confirmed' }
  }
  if (present?.state === 'confirmed') {
    return refused('places-fewer-left', { left: session.waitlisted > 0 ? 0 : Math.max(0, free) })
  }
  if (!present && session.waitlisted === 0 && free > 0) return refused('places-fewer-left', { left: free })
  return { ...wish, kind: 'waitlisted' }
}

/** How many seats a guest may still have in a session, so that no film of it is above the limit over all its screenings. */
function seatsLeftForFilms(
  { sessionId, filmIds }: SessionPlaces,
  held: ReadonlyMap<string, OwnPlace>,
  limit: number,
): number {
  const elsewhere = (filmId: string) =>
    [...held.values()]
      .filter((one) => one.sessionId !== sessionId && one.filmIds.includes(filmId))
      .reduce((sum, { seats }) => sum + seats, 0)
  return Math.min(limit, ...filmIds.map((filmId) => limit - elsewhere(filmId)))
}
