import type { Context } from '#app/shared/context.ts'
import { activity } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type ActivityEntry = {
  verb: string
  eventId?: string
  organizationId?: string
  initiativeId?: string
  subjectId?: string
  subjectName?: string
  details?: Record<string, unknown>
}

/** Writes who did what, in the transaction of what was done. */
export async function recordActivity(ctx: Context, ...entries: ActivityEntry[]): Promise<void> {
  if (entries.length === 0) return
  const holder = ctx.actor.kind === 'system' ? ctx.actor.holder : undefined
  await withTransaction((tx) =>
    tx.insert(activity).values(
      entries.map((entry) => ({
        ...entry,
        ...(holder && { details: { ...entry.details, holder } }),
        ...actorColumns(ctx),
        at: ctx.now,
      })),
    ),
  )
}

/** The actor as the activity names it; a visitor is named by the registration, not by an account. */
export function actorColumns(ctx: Context): { accountId: string | null; actorName: string } {
  if (ctx.actor.kind === 'account') return { accountId: ctx.actor.accountId, actorName: ctx.actor.name }
  return { accountId: null, actorName: ctx.actor.kind === 'system' ? ctx.actor.name : '' }
}
