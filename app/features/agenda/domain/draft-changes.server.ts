import { and, asc, eq, gt } from 'drizzle-orm'
import { connection } from '#db/client.server.ts'
import { draftChange } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { draftChannel } from './announce-draft.server.ts'
import type { DraftEdit } from './draft-edit.ts'

/** A change of the draft as open editors hear of it. Without edits: rooms or tracks are others now. */
export type HeardChange = { id: number; edits: DraftEdit[]; editorId: string | null; actorName: string }

type Listener = { eventId: string; hear: (change: HeardChange) => void; catchUp: () => void }
type Hub = { listeners: Set<Listener>; hearing: Promise<unknown> | null }

// On globalThis, so that a module reloaded in development does not listen twice.
const held = globalThis as { banTronDraftHub?: Hub }
const hub = (): Hub => (held.banTronDraftHub ??= { listeners: new Set(), hearing: null })

const mostAtOnce = 500
const columns = {
  id: draftChange.id,
  edits: draftChange.edits,
  editorId: draftChange.editorId,
  actorName: draftChange.actorName,
}

/** The changes after one that is known, oldest first. */
export async function listDraftChanges(eventId: string, after: number): Promise<HeardChange[]> {
  const rows = await database()
    .select(columns)
    .from(draftChange)
    .where(and(eq(draftChange.eventId, eventId), gt(draftChange.id, after)))
    .orderBy(asc(draftChange.id))
    .limit(mostAtOnce)
  return rows as HeardChange[]
}

/**
 * Tells of every change of an event's draft after the one given, made in whatever process, until `gone`. All who listen
 * in a process share one connection; when it was lost, everybody catches up from the last change they heard.
 */
export async function followDraft(
  eventId: string,
  after: number,
  hear: (change: HeardChange) => void,
  gone: AbortSignal,
): Promise<void> {
  let last = after
  // What comes while older ones are still read waits for them.
  let waiting: HeardChange[] | null = null
  const pass = (change: HeardChange) => {
    if (change.id <= last) return
    last = change.id
    hear(change)
  }
  const catchUp = async () => {
    if (waiting) return
    waiting = []
    try {
      for (let more = mostAtOnce; more === mostAtOnce && !gone.aborted; ) {
        const changes = await listDraftChanges(eventId, last)
        for (const change of changes) pass(change)
        more = changes.length
      }
    } finally {
      const late: HeardChange[] = waiting
      waiting = null
      for (const change of late) pass(change)
    }
  }
  const listener: Listener = {
    eventId,
    hear: (change) => (waiting ? void waiting.push(change) : pass(change)),
    catchUp: () => void catchUp().catch(() => {}),
  }
  hub().listeners.add(listener)
  gone.addEventListener('abort', () => hub().listeners.delete(listener))
  await hearing()
  await catchUp()
}

/** One LISTEN for the process; the driver takes it up again by itself when the connection was lost. */
function hearing(): Promise<unknown> {
  const { listeners } = hub()
  const start = () =>
    connection().sql.listen(
      draftChannel,
      (payload) => void tell(payload).catch(() => {}),
      () => {
        for (const listener of listeners) listener.catchUp()
      },
    )
  hub().hearing ??= start().catch((error) => {
    hub().hearing = null
    throw error
  })
  return hub().hearing as Promise<unknown>
}

/** Reads a change once for all who wait for it. */
async function tell(payload: string) {
  const [eventId = '', number] = payload.split(' ')
  const waiting = [...hub().listeners].filter((one) => one.eventId === eventId)
  if (waiting.length === 0) return
  const [change] = (await database()
    .select(columns)
    .from(draftChange)
    .where(eq(draftChange.id, Number(number)))) as HeardChange[]
  if (change) for (const one of waiting) one.hear(change)
}

/** One change of an event's draft, to be taken back or told of; null when there is none of this number. */
export async function findDraftChange(eventId: string, id: number): Promise<HeardChange | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null
  const [found] = await database()
    .select(columns)
    .from(draftChange)
    .where(and(eq(draftChange.eventId, eventId), eq(draftChange.id, id)))
  return (found as HeardChange | undefined) ?? null
}
