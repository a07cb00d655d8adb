import { and, asc, eq, isNull } from 'drizzle-orm'
import { type ActivityEntry, recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { initiative, initiativeOrganization } from '#db/schema/index.ts'

export type LockedInitiative = typeof initiative.$inferSelect

/** The initiative as it is, held still until commit: whoever changes a part of it waits here. */
export async function lockInitiative(tx: Transaction, initiativeId: string): Promise<LockedInitiative> {
  const [locked] = await tx
    .select()
    .from(initiative)
    .where(and(eq(initiative.id, initiativeId), isNull(initiative.removedAt)))
    .for('no key update')
  if (!locked) throw new Refusal('initiative-missing', 'missing')
  return locked
}

/** The bodies that carry it, in their order. */
export function bodiesOf(tx: Transaction, initiativeId: string) {
  return tx
    .select()
    .from(initiativeOrganization)
    .where(eq(initiativeOrganization.initiativeId, initiativeId))
    .orderBy(asc(initiativeOrganization.position), asc(initiativeOrganization.organizationId))
}

type Entry = Omit<ActivityEntry, 'initiativeId'>

/** Records what was done to a part of an initiative, and forgets the pages that show it. */
export async function partChanged(ctx: Context, initiativeId: string, entry: Entry): Promise<void> {
  await recordActivity(ctx, { ...entry, initiativeId })
  await pageChanged(pageTag.initiative(initiativeId), pageTag.home)
}

/** The same where pages of events, sessions and records lead to it too. */
export async function initiativeChanged(ctx: Context, initiativeId: string, entry: Entry): Promise<void> {
  await recordActivity(ctx, { ...entry, initiativeId })
  await pageChanged(pageTag.everything)
}
