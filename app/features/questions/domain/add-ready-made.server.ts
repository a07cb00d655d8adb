import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { addQuestion } from './add-question.server.ts'
import { type ReadyMade, readyMade } from './ready-made.ts'

/** Asks a ready-made set of questions too. They are the event's own from then on, and can be edited like any. */
export async function addReadyMade(
  ctx: Context,
  { eventId, set }: { eventId: string; set: ReadyMade },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async () => {
    const codes: string[] = []
    for (const detailsOf of readyMade(set)) {
      const details = detailsOf((at) => codes[at] ?? '')
      codes.push((await addQuestion(ctx, { eventId, details })).code)
    }
  })
}
