import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight, requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import {
  initiative,
  initiativeEvent,
  initiativeNote,
  initiativeSession,
  note,
  session,
} from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import {
  initiativeChanged,
  type LockedInitiative,
  lockInitiative,
} from '../editing/initiative-lock.server.ts'
import { tieRights } from './ties.ts'

/**
 * Whoever ties an initiative to an event speaks for both: nothing of an event is shown beside an initiative, nor the other
 * way round, that its own organizers did not put there. To untie, either side is enough.
 */
type Place = { initiativeId: string }

/** Where it was launched. Answers whether that changed anything. */
export async function chooseOrigin(
  ctx: Context,
  { initiativeId, eventId }: Place & { eventId: string | null },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    if (before.bornAtId === eventId) return false
    if (eventId) await requireEventRight(ctx, tieRights.origin, eventId)
    await tx
      .update(initiative)
      .set({ bornAtId: eventId, updatedAt: ctx.now })
      .where(eq(initiative.id, initiativeId))
    await lineageChanged(ctx, before, 'origin')
    return true
  })
}

/** The notes that led to it, in their order: of whatever event, for whoever may judge their words there. */
export async function chooseNotes(
  ctx: Context,
  { initiativeId, noteIds }: Place & { noteIds: readonly string[] },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    const known = await tx
      .select({ id: initiativeNote.noteId })
      .from(initiativeNote)
      .where(eq(initiativeNote.initiativeId, initiativeId))
      .orderBy(initiativeNote.position)
    const ids = [...new Set(noteIds)]
    if (known.map(({ id }) => id).join() === ids.join()) return false
    const { added } = differences(known, ids)
    for (const eventId of await eventsOfNotes(tx, added))
      await requireEventRight(ctx, tieRights.note, eventId)
    await tx.delete(initiativeNote).where(eq(initiativeNote.initiativeId, initiativeId))
    if (ids.length > 0)
      await tx
        .insert(initiativeNote)
        .values(ids.map((noteId, position) => ({ initiativeId, noteId, position, createdAt: ctx.now })))
    await lineageChanged(ctx, before, 'notes')
    return true
  })
}

/** The events that came of it. */
export async function chooseEvents(
  ctx: Context,
  { initiativeId, eventIds }: Place & { eventIds: readonly string[] },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    const own = eq(initiativeEvent.initiativeId, initiativeId)
    const known = await tx.select({ id: initiativeEvent.eventId }).from(initiativeEvent).where(own)
    const { added, gone } = differences(known, eventIds)
    if (added.length + gone.length === 0) return false
    for (const eventId of added) await requireEventRight(ctx, tieRights.outcome, eventId)
    if (added.includes(before.bornAtId ?? '')) throw new Refusal('initiative-own-origin', 'state')
    if (gone.length > 0)
      await tx.delete(initiativeEvent).where(and(own, inArray(initiativeEvent.eventId, gone)))
    if (added.length > 0)
      await tx
        .insert(initiativeEvent)
        .values(added.map((eventId) => ({ initiativeId, eventId, createdAt: ctx.now })))
    await lineageChanged(ctx, before, 'events')
    return true
  })
}

type OfEvent = Place & { eventId: string; sessionIds: readonly string[] }

/** The sessions of one event that came of it; those of other events stay. */
export async function chooseSessions(
  ctx: Context,
  { initiativeId, eventId, sessionIds }: OfEvent,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    const ofEvent = tx.select({ id: session.id }).from(session).where(eq(session.eventId, eventId))
    const own = and(
      eq(initiativeSession.initiativeId, initiativeId),
      inArray(initiativeSession.sessionId, ofEvent),
    )
    const known = await tx.select({ id: initiativeSession.sessionId }).from(initiativeSession).where(own)
    const { added, gone } = differences(known, sessionIds)
    if (added.length + gone.length === 0) return false
    if (added.length > 0) {
      await requireEventRight(ctx, tieRights.session, eventId)
      const found = await tx.$count(session, and(eq(session.eventId, eventId), inArray(session.id, added)))
      if (found !== added.length) throw new Refusal('session-missing', 'invalid')
    }
    if (gone.length > 0)
      await tx.delete(initiativeSession).where(and(own, inArray(initiativeSession.sessionId, gone)))
    if (added.length > 0)
      await tx
        .insert(initiativeSession)
        .values(added.map((sessionId) => ({ initiativeId, sessionId, createdAt: ctx.now })))
    await lineageChanged(ctx, before, 'sessions')
    return true
  })
}

/** What of a choice is new, and what is chosen no more. */
export function differences(known: readonly { id: string }[], chosen: readonly string[]) {
  const before = new Set(known.map(({ id }) => id))
  const next = new Set(chosen)
  return {
    added: [...next].filter((id) => !before.has(id)),
    gone: [...before].filter((id) => !next.has(id)),
  }
}

async function eventsOfNotes(tx: Transaction, noteIds: string[]): Promise<Set<string>> {
  if (noteIds.length === 0) return new Set()
  const found = await tx
    .select({ eventId: note.eventId })
    .from(note)
    .where(and(inArray(note.id, noteIds), isNull(note.removedAt)))
  if (found.length !== noteIds.length) throw new Refusal('note-missing', 'invalid')
  return new Set(found.map(({ eventId }) => eventId))
}

function lineageChanged(ctx: Context, { id, name }: LockedInitiative, what: string): Promise<void> {
  return initiativeChanged(ctx, id, {
    verb: 'lineage.edited',
    subjectId: id,
    subjectName: textIn(name, ctx.locale),
    details: { what },
  })
}
