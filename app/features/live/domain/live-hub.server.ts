import { and, eq, isNotNull } from 'drizzle-orm'
import { liveChannel } from '#app/features/agenda/domain/announce-live.server.ts'
import { findBySlugOfOld } from '#app/features/events/domain/event-slugs.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { connection } from '#db/client.server.ts'
import { event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { liveAround } from './live-around.ts'
import { getLive } from './live-now.server.ts'

/** A change as the bytes of a stream, with the whole state or only its revision; the same bytes go to everybody. */
export type News = { state: Buffer; revision: Buffer }
export type Screen = (news: News) => void
type Audience = {
  screens: Set<Screen>
  reading: Promise<void> | null
  again: boolean
  last: News | null
  /** Readings that failed one after the other, and the next attempt after them. */
  failures: number
  retry: NodeJS.Timeout | null
}
type Hub = { audiences: Map<string, Audience>; hearing: Promise<unknown> | null }

// On globalThis, so that a module reloaded in development does not listen twice.
const held = globalThis as { banTronLiveHub?: Hub }
const hub = (): Hub => (held.banTronLiveHub ??= { audiences: new Map(), hearing: null })

/** Milliseconds between two readings that fail. */
const longestWait = 5000

/** The event at an address, when it is live for everybody: it is published. */
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
 * Tells a screen the live state of an event, at once and at every change, in whatever process it is made; gives
 * the way to stop. All screens of a process share one connection and one reading a change, however many they are.
 */
export async function followLive(eventId: string, screen: Screen): Promise<() => void> {
  const { audiences } = hub()
  const audience = audiences.get(eventId) ?? {
    screens: new Set(),
    reading: null,
    again: false,
    last: null,
    failures: 0,
    retry: null,
  }
  audiences.set(eventId, audience)
  audience.screens.add(screen)
  const leave = () => {
    audience.screens.delete(screen)
    if (audience.screens.size === 0 && audiences.get(eventId) === audience) audiences.delete(eventId)
  }
  try {
    await hearing()
    // The first of an audience reads; whoever comes while that goes on, or later, is told what was read last.
    if (audience.last) screen(audience.last)
    else await refresh(eventId, audience)
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** Reads the state once for all; what changes meanwhile is read once more, however often it does. */
function refresh(eventId: string, audience: Audience): Promise<void> {
  if (audience.reading) {
    audience.again = true
    return audience.reading
  }
  audience.reading = tell(eventId, audience).finally(() => {
    audience.reading = null
    if (!audience.again) return
    audience.again = false
    renew(eventId, audience)
  })
  return audience.reading
}

/** Reads for whoever is there, and again when that fails: nobody may stay behind until the next change. */
function renew(eventId: string, audience: Audience) {
  refresh(eventId, audience).then(
    () => {
      audience.failures = 0
    },
    (error) => {
      log().warn({ err: error }, 'live state not read')
      audience.retry ??= setTimeout(
        () => {
          audience.retry = null
          if (audience.screens.size > 0) renew(eventId, audience)
        },
        Math.min(250 * 2 ** audience.failures++, longestWait),
      ).unref()
    },
  )
}

async function tell(eventId: string, audience: Audience) {
  const state = liveAround(await getLive(eventId), Date.now())
  const message = (data: unknown) => Buffer.from(`id: ${state.revision}\ndata: ${JSON.stringify(data)}\n\n`)
  const news = { state: message(state), revision: message(state.revision) }
  audience.last = news
  for (const screen of [...audience.screens]) screen(news)
}

/** One LISTEN for the process; the driver takes it up again when the connection was lost, and then everybody catches up. */
function hearing(): Promise<unknown> {
  const { audiences } = hub()
  const changed = (eventId: string) => {
    const audience = audiences.get(eventId)
    if (audience) renew(eventId, audience)
  }
  const start = () =>
    connection().sql.listen(liveChannel, changed, () => {
      for (const eventId of audiences.keys()) changed(eventId)
    })
  hub().hearing ??= start().catch((error) => {
    hub().hearing = null
    throw error
  })
  return hub().hearing as Promise<unknown>
}
