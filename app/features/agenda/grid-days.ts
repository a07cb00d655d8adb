import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'

export type GridCell = {
  session: PublishedSession
  /** Lines of the grid, from 1: `to` is the one behind it. */
  rows: { from: number; to: number }
  columns: { from: number; to: number }
}

export type DayGrid = {
  /** Each room over its lanes: two sessions of one room at the same time stand beside each other. */
  rooms: { id: string; columns: { from: number; to: number } }[]
  /** Minutes between one line and the next, and when the stretch begins. */
  stretches: { startsAt: string; minutes: number }[]
  cells: GridCell[]
}

/** One day as a grid of rooms by time: what is for all goes across. Rooms without sessions that day are left out. */
export function dayGrid(agenda: PublishedAgenda, sessions: readonly PublishedSession[]): DayGrid {
  const moments = [...new Set(sessions.flatMap((one) => [one.startsAt, one.endsAt]))].sort()
  const line = new Map(moments.map((moment, at) => [moment, at + 1]))
  const rows = (one: PublishedSession) => ({
    from: line.get(one.startsAt) ?? 1,
    to: line.get(one.endsAt) ?? 1,
  })
  const used = agenda.rooms.filter((room) => sessions.some((one) => one.roomId === room.id))
  const cells: GridCell[] = []
  const rooms: DayGrid['rooms'] = []
  let column = 1
  for (const room of used) {
    const lanes = lanesOf(sessions.filter((one) => one.roomId === room.id))
    rooms.push({ id: room.id, columns: { from: column, to: column + lanes.length } })
    for (const [at, lane] of lanes.entries()) {
      const columns = { from: column + at, to: column + at + 1 }
      cells.push(...lane.map((session) => ({ session, rows: rows(session), columns })))
    }
    column += lanes.length
  }
  const across = { from: 1, to: Math.max(column, 2) }
  const known = new Set(used.map((room) => room.id))
  const forAll = sessions.filter((one) => one.roomId === null || !known.has(one.roomId))
  cells.push(...forAll.map((session) => ({ session, rows: rows(session), columns: across })))
  return {
    rooms,
    stretches: moments.slice(0, -1).map((startsAt, at) => ({
      startsAt,
      minutes: (Date.parse(moments[at + 1] ?? startsAt) - Date.parse(startsAt)) / 60_000,
    })),
    // In order of time, so that what is read aloud follows the day.
    cells: cells.sort((a, b) => a.rows.from - b.rows.from || a.columns.from - b.columns.from),
  }
}

/** Sessions of one room in as few lanes as keep them apart. */
function lanesOf(sessions: readonly PublishedSession[]): PublishedSession[][] {
  const lanes: PublishedSession[][] = []
  for (const session of [...sessions].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const free = lanes.find((lane) => (lane.at(-1)?.endsAt ?? '') <= session.startsAt)
    if (free) free.push(session)
    else lanes.push([session])
  }
  return lanes
}

/** The sessions that run beside each of a day without beginning with it: what a list by hours does not show. */
export function besideEach(sessions: readonly PublishedSession[]): Map<string, PublishedSession[]> {
  const talks = sessions.filter((one) => one.kind !== 'break')
  return new Map(
    talks.map((session) => [
      session.id,
      talks.filter(
        (one) =>
          one.startsAt !== session.startsAt && one.startsAt < session.endsAt && one.endsAt > session.startsAt,
      ),
    ]),
  )
}
