import type {
  DraftAppearance,
  DraftEdit,
  DraftSession,
} from '#app/features/agenda/domain/draft/draft-edit.ts'
import { changeFields } from '#app/features/agenda/domain/draft/gestures.ts'
import { insertGap } from '#app/features/agenda/domain/flow.ts'
import { clockOf, type LiveSession, runningTurn } from './live-state.ts'

/** The ways to catch up with an overrun, each a list of ordinary draft edits; nothing is done until one is chosen. */
export type CatchUp = {
  /** `shorten`: later turns in proportion; `drop-break`: the next break gives its time; `push`: the rest moves back. */
  kind: 'shorten' | 'drop-break' | 'push'
  edits: DraftEdit[]
}

const minute = 60_000
/** A rest this long parts one day of the programme from the next, whatever the calendar says: evenings end after midnight. */
const night = 4 * 60 * minute
/** What is left of a break that gave its time; a shorter one is dropped. */
const shortestBreak = 5

/**
 * How many minutes a session will end too late, when those still to speak take the time they were given; below zero
 * when it will end early. `now` is in milliseconds.
 */
export function minutesLate(session: LiveSession, now: number): number {
  return Math.ceil((expectedEnd(session, now) - Date.parse(session.endsAt)) / minute)
}

function expectedEnd(session: LiveSession, now: number): number {
  const [starts, ends] = [Date.parse(session.startsAt), Date.parse(session.endsAt)]
  if (session.endedAt !== null) return Date.parse(session.endedAt)
  if (session.startedAt === null) return Math.max(now, starts) + (ends - starts)
  const running = runningTurn(session)
  const left = running ? Math.max(0, clockOf(running, now).left ?? 0) : 0
  const waiting = session.turns
    .filter((turn) => turn.startedAt === null)
    .reduce((sum, turn) => sum + (turn.plannedSeconds ?? 0), 0)
  const isPlanned = session.turns.some((turn) => turn.plannedSeconds !== null)
  // Without minutes of its people a session takes as long as it was given.
  if (!isPlanned) return Math.max(now, ends)
  return now + (left + waiting) * 1000
}

/**
 * What can be done about an overrun, from the draft as it is. What has begun or is over stays as it was planned, and so
 * does everything behind the night; `begun` are the sessions that have really begun. Empty when nothing is late, or when
 * the room has gone on without this session.
 */
export function waysToCatchUp(
  live: LiveSession,
  draft: readonly DraftSession[],
  { now, begun }: { now: number; begun: ReadonlySet<string> },
): CatchUp[] {
  const late = minutesLate(live, now)
  const session = draft.find((one) => one.id === live.id)
  if (late <= 0 || !session?.endsAt || session.dropped) return []
  const after = Date.parse(session.endsAt)
  const hasGoneOn = draft.some((one) => isBehind(one, session, after) && begun.has(one.id))
  if (hasGoneOn) return []
  const rest = draft.filter((one) => one.id !== session.id && !begun.has(one.id))
  const overrun = {
    session,
    rest,
    late,
    isOver: live.endedAt !== null,
    after,
    until: nightAfter(draft, after),
  }
  const ways: CatchUp[] = [
    { kind: 'shorten', edits: live.endedAt === null ? shorten(session, live, now) : [] },
    { kind: 'drop-break', edits: dropBreak(overrun) },
    { kind: 'push', edits: push(overrun) },
  ]
  return ways.filter((way) => way.edits.length > 0)
}

/** When the last session of a draft would end, if that is after the event's own end; else null. */
export function endBeyondEvent(draft: readonly DraftSession[], eventEndsAt: string): string | null {
  const ends = draft.filter((one) => !one.dropped && one.endsAt !== null).map(endOfSession)
  const last = Math.max(...ends)
  return last > Date.parse(eventEndsAt) ? iso(last) : null
}

function isBehind(one: DraftSession, session: DraftSession, after: number): boolean {
  return one.roomId === session.roomId && !one.dropped && Date.parse(one.startsAt ?? '') >= after
}

/** When the programme goes on after the first long rest behind a moment; no end when it goes on without one. */
function nightAfter(draft: readonly DraftSession[], moment: number): number {
  const placed = draft
    .filter((one) => !one.dropped && one.startsAt !== null && Date.parse(one.endsAt ?? '') > moment)
    .map((one) => ({ from: Date.parse(one.startsAt ?? ''), to: endOfSession(one) }))
    .sort((a, b) => a.from - b.from)
  let end = moment
  for (const { from, to } of placed) {
    if (from - end >= night) return from
    end = Math.max(end, to)
  }
  return Number.POSITIVE_INFINITY
}

/** An overrun: whose, what may still move, by how many minutes, from its planned end until the night. */
type Overrun = {
  session: DraftSession
  rest: readonly DraftSession[]
  late: number
  isOver: boolean
  after: number
  until: number
}

/** Those still to speak share what is left until the end, each by their part, at least a minute each. */
function shorten(session: DraftSession, live: LiveSession, now: number): DraftEdit[] {
  const waiting = new Set(live.turns.filter((turn) => turn.startedAt === null).map((turn) => turn.personId))
  const running = runningTurn(live)
  const taken = running ? Math.max(0, clockOf(running, now).left ?? 0) : 0
  const left = Math.floor((Date.parse(live.endsAt) - now) / minute - taken / 60)
  const theirs = session.appearances.filter((one) => waiting.has(one.personId) && one.minutes !== null)
  const planned = theirs.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  if (theirs.length === 0 || left < theirs.length || left >= planned) return []
  const minutes = sharedOut(theirs, left)
  const appearances = session.appearances.map((one) => ({ ...one, minutes: minutes.get(one) ?? one.minutes }))
  return changeFields(session, { appearances })
}

/** Whole minutes in proportion, at least one each, that together are no more than there are. */
function sharedOut(people: readonly DraftAppearance[], left: number): Map<DraftAppearance, number> {
  const planned = people.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const spare = left - people.length
  const shares = people.map((one) => {
    const exact = ((one.minutes ?? 0) / planned) * spare
    return { one, minutes: 1 + Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let over = left - shares.reduce((sum, share) => sum + share.minutes, 0)
  for (const share of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (over <= 0) break
    share.minutes += 1
    over -= 1
  }
  return new Map(shares.map(({ one, minutes }) => [one, Math.min(minutes, one.minutes ?? minutes)]))
}

/** The session ends later, and what follows in its room moves back as far as it must. */
function push({ session, rest, late, isOver, after, until }: Overrun): DraftEdit[] {
  const stretch = { after, until, roomId: session.roomId, keepBreaks: false }
  return [...endsLater(session, late, isOver), ...insertGap(rest, stretch, late)]
}

/** The next break of the day begins later, or is dropped when too little is left of it; what stands before it moves. */
function dropBreak({ session, rest, late, isOver, after, until }: Overrun): DraftEdit[] {
  const pause = nextBreak(session, rest, after, until)
  if (!pause) return []
  const [from, to] = [Date.parse(pause.startsAt ?? ''), endOfSession(pause)]
  const others = rest.filter((one) => one.id !== pause.id)
  const stretch = { roomId: session.roomId, keepBreaks: false }
  const before = insertGap(others, { ...stretch, after, until: from }, late)
  const lastEnd = Math.max(after + late * minute, ...before.map(endOf))
  const begins = Math.max(from, lastEnd)
  const later = endsLater(session, late, isOver)
  if (begins === from) return [...later, ...before]
  if (to - begins >= shortestBreak * minute) {
    return [...later, ...before, ...changeFields(pause, { startsAt: iso(begins) })]
  }
  const more = Math.ceil((begins - to) / minute)
  const behind = more > 0 ? insertGap(others, { ...stretch, after: to, until }, more) : []
  return [...later, ...before, ...changeFields(pause, { dropped: true }), ...behind]
}

/** A break without a room is everybody's. */
function nextBreak(session: DraftSession, rest: readonly DraftSession[], after: number, until: number) {
  return rest
    .filter((one) => one.kind === 'break' && !one.dropped && one.startsAt !== null && one.endsAt !== null)
    .filter((one) => one.roomId === session.roomId || one.roomId === null)
    .filter((one) => Date.parse(one.startsAt ?? '') >= after && Date.parse(one.startsAt ?? '') < until)
    .sort((a, b) => Date.parse(a.startsAt ?? '') - Date.parse(b.startsAt ?? ''))[0]
}

/** What is over keeps its time: nobody is told of a change to what has been. */
function endsLater(session: DraftSession, late: number, isOver: boolean): DraftEdit[] {
  if (isOver) return []
  return changeFields(session, { endsAt: iso(endOfSession(session) + late * minute) })
}

const endOf = (edit: DraftEdit) => Date.parse(edit.set.endsAt ?? '')
const endOfSession = (session: DraftSession) => Date.parse(session.endsAt ?? '')
const iso = (time: number) => new Date(time).toISOString()
