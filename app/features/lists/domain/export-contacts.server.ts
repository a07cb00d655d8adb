import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { SubscriptionState } from '#app/shared/vocabulary.ts'
import { consentText, contact, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { StoredList } from './lists.server.ts'

const batchSize = 500

/**
 * Everybody on a list, in one state or in all, with where their consent came from: a batch at a time as they are asked
 * for, so that a list of any length takes the memory of one batch. The export is recorded.
 */
export async function exportContacts(
  ctx: Context,
  list: StoredList,
  state: SubscriptionState | undefined,
): Promise<AsyncGenerator<ExportedContact[]>> {
  await requireOrganizationRight(ctx, 'organization.edit', list.organizationId)
  await recordActivity(ctx, {
    verb: 'contact.exported',
    organizationId: list.organizationId,
    subjectId: list.id,
    subjectName: textIn(list.title, ctx.locale),
    details: state ? { state } : {},
  })
  return listBatches(and(eq(subscription.listId, list.id), state && eq(subscription.state, state)))
}

export type ExportedContact = Awaited<ReturnType<typeof listBatch>>[number]

async function* listBatches(scope: SQL | undefined): AsyncGenerator<ExportedContact[]> {
  let last: ExportedContact | undefined
  do {
    const batch = await listBatch(scope, last)
    if (batch.length > 0) yield batch
    last = batch.length === batchSize ? batch.at(-1) : undefined
  } while (last)
}

function listBatch(scope: SQL | undefined, last: { id: string; createdAt: Date } | undefined) {
  const beyond = last
    ? sql`(${subscription.createdAt}, ${subscription.contactId}) < (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`
    : undefined
  return database()
    .select({
      id: contact.id,
      email: contact.email,
      name: contact.name,
      language: contact.locale,
      country: contact.country,
      state: subscription.state,
      place: subscription.place,
      ground: subscription.ground,
      version: consentText.version,
      text: consentText.text,
      consentLocale: subscription.consentLocale,
      askedAt: subscription.askedAt,
      confirmedAt: subscription.confirmedAt,
      leftAt: subscription.leftAt,
      createdAt: subscription.createdAt,
    })
    .from(subscription)
    .innerJoin(contact, eq(contact.id, subscription.contactId))
    .leftJoin(consentText, eq(consentText.id, subscription.consentId))
    .where(and(scope, beyond))
    .orderBy(desc(subscription.createdAt), desc(subscription.contactId))
    .limit(batchSize)
}
