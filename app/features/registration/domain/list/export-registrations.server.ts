import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { tagNames } from '../guests/guests.server.ts'
import { beyond } from './registration-rows.server.ts'
import { type RegistrationFilter, scopeOf } from './registration-scope.server.ts'

const batchSize = 500
// A workbook is put together in memory and in one go; above this, others would wait for it.
const mostInWorkbook = 20_000

/**
 * The registrations a filter lets through, in order of arrival, read a batch at a time as they are asked for: a file of
 * any length takes the memory of one batch. Each row is as it is when its batch is read. The export is recorded.
 */
export async function exportRegistrations(
  ctx: Context,
  eventId: string,
  filter: RegistrationFilter,
): Promise<AsyncGenerator<ExportedRow[]>> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const batches = listBatches(await scopeOf(eventId, filter))
  await recordExport(ctx, eventId, filter, 'csv')
  return batches
}

/** The same rows as one list, for a workbook; refuses more than one can be made of without others waiting. */
export async function exportWorkbook(
  ctx: Context,
  eventId: string,
  filter: RegistrationFilter,
): Promise<ExportedRow[]> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const rows: ExportedRow[] = []
  for await (const batch of listBatches(await scopeOf(eventId, filter))) {
    rows.push(...batch)
    if (rows.length > mostInWorkbook) {
      throw new Refusal('workbook-too-long', 'state', { most: formatCount(mostInWorkbook, ctx.locale) })
    }
  }
  await recordExport(ctx, eventId, filter, 'xlsx')
  return rows
}

export type ExportedRow = Awaited<ReturnType<typeof listBatch>>[number]

async function* listBatches(where: SQL | undefined): AsyncGenerator<ExportedRow[]> {
  let last: ExportedRow | undefined
  do {
    const batch = await listBatch(where, last)
    if (batch.length > 0) yield batch
    last = batch.length === batchSize ? batch.at(-1) : undefined
  } while (last)
}

function listBatch(where: SQL | undefined, last: { arrival: number; id: string } | undefined) {
  return database()
    .select({
      id: registration.id,
      arrival: registration.arrival,
      name: registration.name,
      email: registration.email,
      affiliation: registration.affiliation,
      jobTitle: registration.jobTitle,
      category: guestCategory.name,
      state: registration.state,
      addressAsked: registration.addressAsked,
      language: registration.locale,
      createdAt: registration.createdAt,
      reason: registration.reason,
      isVip: registration.isVip,
      isBeyond: sql<boolean>`(${registration.beyondCategory} or ${registration.beyondEvent})`,
      tags: tagNames,
      companions: registration.companions,
      companionNames: registration.companionNames,
      answers: registration.answers,
    })
    .from(registration)
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .where(and(where, last && beyond(last, true)))
    .orderBy(asc(registration.arrival), asc(registration.id))
    .limit(batchSize)
}

async function recordExport(
  ctx: Context,
  eventId: string,
  filter: RegistrationFilter,
  format: 'csv' | 'xlsx',
) {
  const { q, state, category, ids } = filter
  // That there was a search, not its words: they may be somebody's name or address.
  const details = {
    format,
    ...(state && { state }),
    ...(category && { category }),
    ...(q && { searched: true }),
    ...(ids && ids.length > 0 && { chosen: ids.length }),
  }
  await recordActivity(ctx, { verb: 'registration.exported', eventId, details })
}
