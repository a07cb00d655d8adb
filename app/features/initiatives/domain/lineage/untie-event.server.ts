import { and, eq, inArray } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import {
  event,
  initiative,
  initiativeEvent,
  initiativeNote,
  initiativeSession,
  note,
  session,
} from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { initiativeChanged, lockInitiative } from '../editing/initiative-lock.server.ts'
import { type Tie, tieRights } from './ties.ts'

type Untied = { eventId: string; initiativeId: string; tie: Tie }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The event's side lets an initiative name it no more: by whoever could have tied it there, whether or not they have a part
 * in the initiative. Those who carry it read which event it was, and nobody's name.
 */
export async function untieEvent(ctx: Context, { eventId, initiativeId, tie }: Untied): Promise<void> {
  await requireEventRight(ctx, tieRights[tie.what], eventId)
  await withTransaction(async (tx) => {
    const { name } = await lockInitiative(tx, initiativeId)
    const gone = await removeTie(tx, { eventId, initiativeId, tie })
    if (gone.length === 0) throw new Refusal('initiative-tie-missing', 'missing')
    await tx.update(initiative).set({ updatedAt: ctx.now }).where(eq(initiative.id, initiativeId))
    const [at] = await tx.select({ title: event.title }).from(event).where(eq(event.id, eventId))
    const subjectName = textIn(at?.title, ctx.locale)
    await recordActivity(ctx, {
      verb: 'initiative.untied',
      eventId,
      subjectId: initiativeId,
      subjectName: textIn(name, ctx.locale),
    })
    await initiativeChanged({ ...ctx, actor: { kind: 'system', name: subjectName } }, initiativeId, {
      verb: 'lineage.untied',
      subjectId: initiativeId,
      subjectName,
    })
  })
}

/** Answers the rows that were a tie of just this event. */
function removeTie(tx: Transaction, { eventId, initiativeId, tie }: Untied): Promise<{ id: string }[]> {
  if (tie.what === 'origin')
    return tx
      .update(initiative)
      .set({ bornAtId: null })
      .where(and(eq(initiative.id, initiativeId), eq(initiative.bornAtId, eventId)))
      .returning({ id: initiative.id })
  if (tie.what === 'outcome')
    return tx
      .delete(initiativeEvent)
      .where(and(eq(initiativeEvent.initiativeId, initiativeId), eq(initiativeEvent.eventId, eventId)))
      .returning({ id: initiativeEvent.eventId })
  if ('id' in tie && !uuid.test(tie.id)) return Promise.resolve([])
  if (tie.what === 'session') {
    const own = tx.select({ id: session.id }).from(session).where(eq(session.eventId, eventId))
    return tx
      .delete(initiativeSession)
      .where(
        and(
          eq(initiativeSession.initiativeId, initiativeId),
          eq(initiativeSession.sessionId, tie.id),
          inArray(initiativeSession.sessionId, own),
        ),
      )
      .returning({ id: initiativeSession.sessionId })
  }
  const own = tx.select({ id: note.id }).from(note).where(eq(note.eventId, eventId))
  return tx
    .delete(initiativeNote)
    .where(
      and(
        eq(initiativeNote.initiativeId, initiativeId),
        eq(initiativeNote.noteId, tie.id),
        inArray(initiativeNote.noteId, own),
      ),
    )
    .returning({ id: initiativeNote.noteId })
}
