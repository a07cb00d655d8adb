import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'

export type GridCell = {
  session: PublishedSession
  /** Lines of the grid, from 1: `to` is the one behind it. */
  rows: { from: number; to: number }
  columns: { from: number; to: number }
}

/** Columns of one house, by the name of its venue; null for rooms that say none. */
export type GridHouse = { name: TranslatedText | null; columns: { from: number; to: number } }

export type DayGrid = {
  /** Where sessions are in several houses, each over its rooms; else none. */
  houses: GridHouse[]
  /** Each room over its lanes: two sessions of one room at the same time stand beside each other. */
  rooms: { id: string; columns: { from: number; to: number } }[]
  /** Minutes between one line and the next, when the stretch begins, and whether a session begins with it. */
  stretches: { startsAt: string; minutes: number; isBeginning: boolean }[]
  cells: GridCell[]
}

/**
 * One day as a grid of rooms by time, those of one house beside each other: what is for all goes across. Rooms without
 * sessions that day are left out.
 */
export function dayGrid(
  agenda: PublishedAgenda,
  sessions: readonly PublishedSession[],
  mainVenue: TranslatedText | null = null,
): DayGrid {
  const moments = [...new Set(sessions.flatMap((one) => [one.startsAt, one.endsAt]))].sort()
  const begins = new Set(sessions.map((one) => one.startsAt))
  const line = new Map(moments.map((moment, at) => [moment, at + 1]))
  const rows = (one: PublishedSession) => ({
    from: line.get(one.startsAt) ?? 1,
    to: line.get(one.endsAt) ?? 1,
  })
  const byHouse = new Map<string, PublishedAgenda['rooms']>()
  for (const room of agenda.rooms.filter(({ id }) => sessions.some((one) => one.roomId === id))) {
    const house = textIn(room.venue ?? mainVenue, 'vi')
    byHouse.set(house, [...(byHouse.get(house) ?? []), room])
  }
  const used = [...byHouse.values()].flat()
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
  const columnsOf = (id: string | undefined) => rooms.find((room) => room.id === id)?.columns
  const houses = [...byHouse.values()].map(
    (own): GridHouse => ({
      name: own[0]?.venue ?? mainVenue,
      columns: { from: columnsOf(own[0]?.id)?.from ?? 1, to: columnsOf(own.at(-1)?.id)?.to ?? 2 },
    }),
  )
  const across = { from: 1, to: Math.max(column, 2) }
  const known = new Set(used.map((room) => room.id))
  const forAll = sessions.filter((one) => one.roomId === null || !known.has(one.roomId))
  cells.push(...forAll.map((session) => ({ session, rows: rows(session), columns: across })))
  return {
    houses: houses.length > 1 ? houses : [],
    rooms,
    stretches: moments.slice(0, -1).map((startsAt, at) => ({
      startsAt,
      isBeginning: begins.has(startsAt),
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
