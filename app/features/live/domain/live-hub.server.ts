import { and, eq, isNotNull } from 'drizzle-orm'
import { liveChannel } from '#app/features/agenda/domain/announce-live.server.ts'
import { findBySlugOfOld } from '#app/features/events/domain/event-slugs.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { connection } from '#db/client.server.ts'
import { event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { liveAround } from './live-around.ts'
import { readLive } from './read-live.server.ts'

/** A change as the bytes of a stream, with the whole state or only its revision; the same bytes go to everybody. */
export type News = { state: Buffer; revision: Buffer }
export type Screen = (news: News) => void
type Room = {
  screens: Set<Screen>
  reading: Promise<void> | null
  again: boolean
  last: News | null
  /** Readings that failed one after the other, and the next attempt after them. */
  failures: number
  retry: NodeJS.Timeout | null
}
type Hub = { rooms: Map<string, Room>; hearing: Promise<unknown> | null }

// On globalThis, so that a module reloaded in development does not listen twice.
const held = globalThis as { banTronLiveHub?: Hub }
const hub = (): Hub => (held.banTronLiveHub ??= { rooms: new Map(), hearing: null })

/** Milliseconds between two readings that fail. */
const longestWait = 5000

/** The event at an address, when its live room is open to everybody: it is published. */
export async function findLiveEvent(slug: string): Promise<string | null> {
  const [found] = await database()
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.slug, slug), isNotNull(event.publishedAt)))
  if (found) return found.id
  const moved = await findBySlugOfOld(slug)
  return moved?.publishedAt ? moved.id : null
}

/**
 * Tells a screen the state of an event's live room, at once and at every change, in whatever process it is made; gives
 * the way to stop. All screens of a process share one connection and one reading a change, however many they are.
 */
export async function followLive(eventId: string, screen: Screen): Promise<() => void> {
  const { rooms } = hub()
  const room = rooms.get(eventId) ?? {
    screens: new Set(),
    reading: null,
    again: false,
    last: null,
    failures: 0,
    retry: null,
  }
  rooms.set(eventId, room)
  room.screens.add(screen)
  const leave = () => {
    room.screens.delete(screen)
    if (room.screens.size === 0 && rooms.get(eventId) === room) rooms.delete(eventId)
  }
  try {
    await hearing()
    // The first of a room reads; whoever comes while that goes on, or later, is told what was read last.
    if (room.last) screen(room.last)
    else await refresh(eventId, room)
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** Reads the state once for all; what changes meanwhile is read once more, however often it does. */
function refresh(eventId: string, room: Room): Promise<void> {
  if (room.reading) {
    room.again = true
    return room.reading
  }
  room.reading = tell(eventId, room).finally(() => {
    room.reading = null
    if (!room.again) return
    room.again = false
    renew(eventId, room)
  })
  return room.reading
}

/** Reads for whoever is there, and again when that fails: nobody may stay behind until the next change. */
function renew(eventId: string, room: Room) {
  refresh(eventId, room).then(
    () => {
      room.failures = 0
    },
    (error) => {
      log().warn({ err: error }, 'live state not read')
      room.retry ??= setTimeout(
        () => {
          room.retry = null
          if (room.screens.size > 0) renew(eventId, room)
        },
        Math.min(250 * 2 ** room.failures++, longestWait),
      ).unref()
    },
  )
}

async function tell(eventId: string, room: Room) {
  const state = liveAround(await readLive(eventId), Date.now())
  const message = (data: unknown) => Buffer.from(`id: ${state.revision}\ndata: ${JSON.stringify(data)}\n\n`)
  const news = { state: message(state), revision: message(state.revision) }
  room.last = news
  for (const screen of [...room.screens]) screen(news)
}

/** One LISTEN for the process; the driver takes it up again when the connection was lost, and then everybody catches up. */
function hearing(): Promise<unknown> {
  const { rooms } = hub()
  const changed = (eventId: string) => {
    const room = rooms.get(eventId)
    if (room) renew(eventId, room)
  }
  const start = () =>
    connection().sql.listen(liveChannel, changed, () => {
      for (const eventId of rooms.keys()) changed(eventId)
    })
  hub().hearing ??= start().catch((error) => {
    hub().hearing = null
    throw error
  })
  return hub().hearing as Promise<unknown>
}
