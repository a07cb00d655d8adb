import { connection } from '#db/client.server.ts'

type Numbered = { id: number }
type Listener<Change> = { eventId: string; hear: (change: Change) => void; catchUp: () => void }
type Hub<Change> = {
  listeners: Set<Listener<Change>>
  hearing: Promise<unknown> | null
  /** The telling of what was announced so far. */
  telling: Promise<void>
}

type Feed<Change> = {
  /** Where changes are announced: the payload is the event's id and the change's number. */
  channel: string
  /** The changes of an event after one that is known, oldest first, no more than `mostAtOnce`. */
  list: (eventId: string, after: number) => Promise<Change[]>
  mostAtOnce: number
  find: (eventId: string, id: number) => Promise<Change | null>
}

// On globalThis, so that a module reloaded in development does not listen twice.
const held = globalThis as { banTronHubs?: Map<string, unknown> }

/**
 * Tells of the numbered changes of an event as they are committed, in whatever process. All who listen in a process
 * share one connection; when it was lost, everybody catches up from the last change they heard.
 */
export function changeFeed<Change extends Numbered>({ channel, list, mostAtOnce, find }: Feed<Change>) {
  held.banTronHubs ??= new Map()
  const hub = (held.banTronHubs.get(channel) ?? {
    listeners: new Set(),
    hearing: null,
    telling: Promise.resolve(),
  }) as Hub<Change>
  held.banTronHubs.set(channel, hub)

  /** Tells of every change of an event after the one given, until `gone`. */
  async function follow(
    eventId: string,
    after: number,
    hear: (change: Change) => void,
    gone: AbortSignal,
  ): Promise<void> {
    const reader = readerFrom(after, (last) => list(eventId, last), { hear, mostAtOnce, gone })
    const listener: Listener<Change> = {
      eventId,
      hear: reader.take,
      catchUp: () => void reader.catchUp().catch(() => {}),
    }
    hub.listeners.add(listener)
    gone.addEventListener('abort', () => hub.listeners.delete(listener))
    await hearing()
    await reader.catchUp()
  }

  /** One LISTEN for the process; the driver takes it up again by itself when the connection was lost. */
  function hearing(): Promise<unknown> {
    const start = () =>
      connection().sql.listen(
        channel,
        // One after another: of two that are read at once the later may come first, and the earlier would be dropped.
        (payload) => {
          hub.telling = hub.telling.then(() => tell(payload))
        },
        () => {
          for (const listener of hub.listeners) listener.catchUp()
        },
      )
    hub.hearing ??= start().catch((error) => {
      hub.hearing = null
      throw error
    })
    return hub.hearing
  }

  /** Reads a change once for all who wait for it. */
  async function tell(payload: string) {
    const [eventId = '', number] = payload.split(' ')
    const waiting = [...hub.listeners].filter((one) => one.eventId === eventId)
    if (waiting.length === 0) return
    try {
      const change = await find(eventId, Number(number))
      if (change) for (const one of waiting) one.hear(change)
    } catch {
      for (const one of waiting) one.catchUp()
    }
  }

  return { follow }
}

type Reading<Change> = Pick<Feed<Change>, 'mostAtOnce'> & {
  hear: (change: Change) => void
  gone: AbortSignal
}

/** Hands on each change after the one given once, in order, whether it is read or announced. */
function readerFrom<Change extends Numbered>(
  after: number,
  list: (last: number) => Promise<Change[]>,
  { hear, mostAtOnce, gone }: Reading<Change>,
) {
  let last = after
  // What comes while older ones are still read waits for them.
  let waiting: Change[] | null = null
  const pass = (change: Change) => {
    if (change.id <= last) return
    last = change.id
    hear(change)
  }
  return {
    take: (change: Change) => (waiting ? void waiting.push(change) : pass(change)),
    async catchUp() {
      if (waiting) return
      waiting = []
      try {
        for (let more = mostAtOnce; more === mostAtOnce && !gone.aborted; ) {
          const changes = await list(last)
          for (const change of changes) pass(change)
          more = changes.length
        }
      } finally {
        const late: Change[] = waiting
        waiting = null
        for (const change of late) pass(change)
      }
    },
  }
}
