import type { DraftEdit, DraftSession } from './draft/draft-edit.ts'
import { minute, moveSessions } from './draft/gestures.ts'

/** What a gesture on everything after a point concerns: one room, or all rooms in step; until the end of that day. */
export type Stretch = {
  after: number
  until: number
  roomId: string | null | 'all'
  /** Breaks stay where they are, and what flows goes round them. */
  keepBreaks: boolean
}

type Placed = { session: DraftSession; from: number; to: number }
/** Sessions that overlap one another: in all rooms, what runs side by side stays side by side. */
type Group = { from: number; to: number; sessions: DraftSession[] }
type Flow = { groups: Group[]; fixed: Placed[]; running: number }

/** Everything that begins at the point or after it, later by so many minutes, or earlier by as many when negative. */
export function shiftAfter(
  sessions: readonly DraftSession[],
  stretch: Stretch,
  minutes: number,
): DraftEdit[] {
  return flowed(readFlow(sessions, stretch), (group, end) =>
    Math.max(group.from + minutes * minute, end ?? Number.NEGATIVE_INFINITY),
  )
}

/** So many free minutes from the point on: what stands there moves behind them, and the rest only as far as it must. */
export function insertGap(sessions: readonly DraftSession[], stretch: Stretch, minutes: number): DraftEdit[] {
  return flowed(readFlow(sessions, stretch), (group, end) =>
    Math.max(group.from, end ?? stretch.after + minutes * minute),
  )
}

/** Closes the gaps after the point. */
export function compactAfter(sessions: readonly DraftSession[], stretch: Stretch): DraftEdit[] {
  const flow = readFlow(sessions, stretch)
  const first = Math.max(stretch.after, flow.running)
  return flowed(flow, (group, end) => Math.min(group.from, end ?? first))
}

function readFlow(sessions: readonly DraftSession[], { after, until, roomId, keepBreaks }: Stretch): Flow {
  const placed = sessions.flatMap(placedOf).sort((a, b) => a.from - b.from || a.to - b.to)
  const inRoom = (one: Placed) => roomId === 'all' || one.session.roomId === roomId
  const isKept = ({ session }: Placed) => keepBreaks && session.kind === 'break'
  const own = placed.filter((one) => inRoom(one) && one.from >= after && one.from < until)
  // A break without a room is everybody's.
  const fixed = placed.filter((one) => isKept(one) && (inRoom(one) || one.session.roomId === null))
  const before = placed.filter((one) => inRoom(one) && one.from < after && one.to > after)
  return {
    groups: grouped(own.filter((one) => !isKept(one))),
    fixed,
    running: Math.max(after, ...before.map((one) => one.to)),
  }
}

function placedOf(session: DraftSession): Placed[] {
  if (session.dropped || session.startsAt === null || session.endsAt === null) return []
  return [{ session, from: Date.parse(session.startsAt), to: Date.parse(session.endsAt) }]
}

function grouped(placed: Placed[]): Group[] {
  const groups: Group[] = []
  for (const { session, from, to } of placed) {
    const last = groups.at(-1)
    if (!last || last.to <= from) groups.push({ from, to, sessions: [session] })
    else {
      last.to = Math.max(last.to, to)
      last.sessions.push(session)
    }
  }
  return groups
}

/** Each group to where it is wanted, given where the one before ends now; never back over a fixed break, never onto one. */
function flowed(
  { groups, fixed }: Flow,
  wanted: (group: Group, end: number | undefined) => number,
): DraftEdit[] {
  let end: number | undefined
  return groups.flatMap((group) => {
    const length = group.to - group.from
    const passed = fixed.filter((one) => one.to <= group.from).map((one) => one.to)
    let from = Math.max(wanted(group, end), ...passed)
    for (const one of fixed) {
      const stoodThere = one.from < group.to && group.from < one.to
      if (!stoodThere && one.from < from + length && from < one.to) from = one.to
    }
    end = from + length
    return moveSessions(group.sessions, { minutes: (from - group.from) / minute })
  })
}
