import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { listDraftSessions } from './draft/draft.server.ts'
import type { DraftEdit } from './draft/draft-edit.ts'
import { editDraft } from './draft/edit-draft.server.ts'
import { type Move, movedAlong } from './moved-along.ts'

/**
 * Moves every session of the draft that has a time as far as its event moved, by the clock on the wall. Readers and
 * speakers hear of it when the agenda is published. Answers how many were moved.
 */
export async function moveAgenda(
  ctx: Context,
  { eventId, move, zones }: { eventId: string; move: Move; zones: { from: string; to: string } },
): Promise<number> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async () => {
    const along = (iso: string) => movedAlong(iso, move, zones)
    const edits = (await listDraftSessions(eventId)).flatMap(({ id, startsAt, endsAt }): DraftEdit[] => {
      if (startsAt === null || endsAt === null) return []
      const set = { startsAt: along(startsAt), endsAt: along(endsAt) }
      return [{ kind: 'edit', sessionId: id, was: { startsAt, endsAt }, set }]
    })
    if (edits.length === 0) return 0
    const edited = await editDraft(ctx, { eventId, edits })
    if (!edited.done) throw new Refusal('draft-moved-on', 'state')
    return edits.length
  })
}
