import type { InterpretationWay, Locale } from '#app/shared/vocabulary.ts'

export type Shift = {
  id: string
  personId: string
  source: Locale
  target: Locale
  bothWays: boolean
  way: InterpretationWay
  /** Minutes after the session begins. */
  fromMinute: number
  minutes: number
}

export type InterpretedSession = {
  id: string
  /** ISO instants in UTC; null while it has no slot. */
  startsAt: string | null
  endsAt: string | null
  /** What is spoken, by the session and by single turns. */
  spoken: readonly Locale[]
  /** Into what it is interpreted. */
  interpretation: readonly Locale[]
  /** Who is in it as interpreter, and invited as such. */
  interpreters: readonly string[]
  shifts: readonly Shift[]
  /** How many of its listeners asked for interpretation into a language. */
  needs?: Partial<Record<Locale, number>>
}

export type Rules = { longestMinutes: number; restMinutes: number }
/** As a team of two in a booth usually takes turns; each event may set its own. */
export const usualRules: Rules = { longestMinutes: 30, restMinutes: 15 }

type Of<Kind extends string, More = object> = { kind: Kind; sessionId: string } & More
export type Gap =
  /** From minute to minute nobody interprets in this direction. */
  | Of<'uncovered', { source: Locale; target: Locale; bothWays: boolean; from: number; to: number }>
  /** So many listeners need a language into which nothing is planned. */
  | Of<'unmet', { target: Locale; listeners: number }>
  | Of<'shift-twice', { personId: string }>
  | Of<'shift-outside', { personId: string }>
  | Of<'shift-too-long', { personId: string; minutes: number; longest: number }>
  | Of<'not-invited', { personId: string }>

type Direction = { source: Locale; target: Locale }

/**
 * Directions that a session needs: from each language that is spoken into each that is listened in, and back, so that
 * listeners can ask.
 */
export function directionsOf({
  spoken,
  interpretation,
}: Pick<InterpretedSession, 'spoken' | 'interpretation'>): Direction[] {
  const listened = new Set([...interpretation, ...(new Set(spoken).size > 1 ? spoken : [])])
  const pairs = new Map<string, Direction>()
  for (const source of new Set(spoken)) {
    for (const target of listened) {
      if (source === target) continue
      pairs.set(`${source}-${target}`, { source, target })
      pairs.set(`${target}-${source}`, { source: target, target: source })
    }
  }
  return [...pairs.values()]
}

/** What an interpretation plan lacks, in order of sessions: what nobody interprets, and what nobody could do. */
export function interpretationGaps(sessions: readonly InterpretedSession[], rules: Rules): Gap[] {
  const work = sessions.flatMap((session) => session.shifts.map((shift) => ({ session, shift })))
  const ofOne = new Map<string, Work[]>()
  for (const one of work) ofOne.set(one.shift.personId, [...(ofOne.get(one.shift.personId) ?? []), one])
  return [
    ...sessions.flatMap((session) => [...uncovered(session), ...unmet(session), ...misplaced(session)]),
    ...[...ofOne.values()].flatMap((own) => tooMuch(own, rules)),
  ]
}

type Uncovered = Extract<Gap, { kind: 'uncovered' }>

/** What nobody interprets either way is said once. */
function uncovered(session: InterpretedSession): Gap[] {
  const ways = uncoveredWays(session)
  const isBack = (one: Uncovered, other: Uncovered) =>
    one.source === other.target &&
    one.target === other.source &&
    one.from === other.from &&
    one.to === other.to
  return ways.flatMap((way, at) => {
    const back = ways.findIndex((other) => isBack(way, other))
    if (back === -1) return [way]
    return back > at ? [{ ...way, bothWays: true }] : []
  })
}

function uncoveredWays(session: InterpretedSession): Uncovered[] {
  const length = minutesOf(session)
  if (length === null) return []
  return directionsOf(session).flatMap(({ source, target }) => {
    const covering = session.shifts
      .filter((shift) => isInto(shift, { source, target }))
      .sort((a, b) => a.fromMinute - b.fromMinute)
    const gaps: Uncovered[] = []
    const way = { kind: 'uncovered' as const, sessionId: session.id, source, target, bothWays: false }
    let reached = 0
    for (const { fromMinute, minutes } of covering) {
      if (fromMinute > reached) {
        gaps.push({ ...way, from: reached, to: fromMinute })
      }
      reached = Math.max(reached, fromMinute + minutes)
    }
    if (reached < length) {
      gaps.push({ ...way, from: reached, to: length })
    }
    return gaps
  })
}

function isInto(shift: Shift, { source, target }: Direction): boolean {
  const straight = shift.source === source && shift.target === target
  return straight || (shift.bothWays && shift.source === target && shift.target === source)
}

/** What its listeners need of interpretation: a language that alone is spoken needs none. */
export function needsOf({ spoken, needs = {} }: Pick<InterpretedSession, 'spoken' | 'needs'>) {
  const asked = Object.entries(needs) as [Locale, number][]
  return asked.filter(([target, listeners]) => listeners > 0 && spoken.some((source) => source !== target))
}

/** What is planned but not covered is said as such. */
function unmet(session: InterpretedSession): Gap[] {
  const { id, shifts } = session
  const planned = new Set(directionsOf(session).map(({ target }) => target))
  return needsOf(session).flatMap(([target, listeners]): Gap[] => {
    const isHeard = shifts.some(
      (shift) => shift.target === target || (shift.bothWays && shift.source === target),
    )
    return isHeard || planned.has(target) ? [] : [{ kind: 'unmet', sessionId: id, target, listeners }]
  })
}

function misplaced(session: InterpretedSession): Gap[] {
  const length = minutesOf(session)
  return session.shifts.flatMap(({ personId, fromMinute, minutes }): Gap[] => [
    ...(length !== null && fromMinute + minutes > length
      ? [{ kind: 'shift-outside' as const, sessionId: session.id, personId }]
      : []),
    ...(session.interpreters.includes(personId)
      ? []
      : [{ kind: 'not-invited' as const, sessionId: session.id, personId }]),
  ])
}

type Work = { session: InterpretedSession; shift: Shift }

/** Two at once, and too long without a rest, over all sessions of one interpreter. */
function tooMuch(own: readonly Work[], rules: Rules): Gap[] {
  const placed = own
    .flatMap(({ session, shift }) => {
      if (session.startsAt === null) return []
      const from = Date.parse(session.startsAt) / 60_000 + shift.fromMinute
      return [{ sessionId: session.id, personId: shift.personId, from, to: from + shift.minutes }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const gaps: Gap[] = []
  let worked = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { sessionId, personId, from, to } of placed) {
    if (from < reached) gaps.push({ kind: 'shift-twice', sessionId, personId })
    const rested = from - reached >= rules.restMinutes
    worked = rested ? to - from : worked + Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
    if (worked > rules.longestMinutes) {
      gaps.push({
        kind: 'shift-too-long',
        sessionId,
        personId,
        minutes: worked,
        longest: rules.longestMinutes,
      })
    }
  }
  return gaps
}

function minutesOf({ startsAt, endsAt }: InterpretedSession): number | null {
  if (startsAt === null || endsAt === null) return null
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
}
