import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { CampaignBlockKind } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { campaign, campaignBlock, host, picture, session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockDraft, mostBlocks, recordCampaign } from './edit-campaign.server.ts'
import { listBlocks, type StoredBlock, type StoredCampaign } from './stored-campaigns.server.ts'

export type BothWords = { vi: string; en: string; confirmed: boolean }
export type BlockDetails = { words: BothWords; subjectId: string | null; url: string | null }
type Place = { organizationId: string; campaignId: string }

/** Puts a part behind the others; refuses when there are as many as anybody reads. */
export async function addBlock(
  ctx: Context,
  { organizationId, campaignId, kind }: Place & { kind: CampaignBlockKind },
): Promise<StoredBlock> {
  return inDraft(ctx, { organizationId, campaignId }, async (tx, of) => {
    const own = eq(campaignBlock.campaignId, of.id)
    if ((await tx.$count(campaignBlock, own)) >= mostBlocks)
      throw new Refusal('campaign-too-long', 'state', { limit: mostBlocks })
    const position = sql<number>`(
      select coalesce(max(b.position), 0) + 1 from campaign_block b where b.campaign_id = ${of.id}
    )`
    const subjectId = kind === 'event' ? of.eventId : null
    const [added] = await tx
      .insert(campaignBlock)
      .values({ campaignId: of.id, kind, position, subjectId })
      .returning()
    if (!added) throw new Error('A part was inserted without a row')
    await touch(ctx, tx, of)
    return added
  })
}

export type Message = { subject: BothWords; blocks: Record<string, BlockDetails> }

/**
 * Writes the subject and all parts, unless somebody saved since they were `seen`; a part that went meanwhile stays gone.
 * Answers whether anything changed.
 */
export async function editMessage(
  ctx: Context,
  { revision, message, ...place }: Place & { revision: number; message: Message },
): Promise<boolean> {
  return inDraft(ctx, place, async (tx, of) => {
    const before = await listBlocks(of.id)
    if (of.revision !== revision) throw new SavedByOther({ ...of, blocks: before })
    const subject = wordsNow(ctx, of.subject, message.subject)
    let isChanged = !sameValue(subject, of.subject)
    if (isChanged) await tx.update(campaign).set({ subject }).where(eq(campaign.id, of.id))
    for (const block of before) {
      const typed = message.blocks[block.id]
      if (!typed) continue
      const { subjectId, url } = typed
      const next = { words: wordsNow(ctx, block.words, typed.words), subjectId, url }
      if ((['words', 'subjectId', 'url'] as const).every((field) => sameValue(block[field], next[field])))
        continue
      await requireSubject(tx, of, block.kind, subjectId)
      await tx.update(campaignBlock).set(next).where(eq(campaignBlock.id, block.id))
      isChanged = true
    }
    if (isChanged) await touch(ctx, tx, of)
    return isChanged
  })
}

const wordsNow = (ctx: Context, before: TranslatedText, typed: BothWords) =>
  edit(before, typed, ctx.locale, typed.confirmed)

/** One place up or down; at the end of the line nothing happens. Answers whether it moved. */
export async function moveBlock(
  ctx: Context,
  { blockId, up, ...place }: Place & { blockId: string; up: boolean },
): Promise<boolean> {
  return inDraft(ctx, place, async (tx, of) => {
    const one = await lockBlock(tx, of, blockId)
    const beside = up ? lt(campaignBlock.position, one.position) : gt(campaignBlock.position, one.position)
    const [other] = await tx
      .select()
      .from(campaignBlock)
      .where(and(eq(campaignBlock.campaignId, of.id), beside))
      .orderBy(up ? sql`position desc` : asc(campaignBlock.position))
      .limit(1)
    if (!other) return false
    const put = (id: string, position: number) =>
      tx.update(campaignBlock).set({ position }).where(eq(campaignBlock.id, id))
    await put(one.id, other.position)
    await put(other.id, one.position)
    await touch(ctx, tx, of)
    return true
  })
}

export async function removeBlock(
  ctx: Context,
  { blockId, ...place }: Place & { blockId: string },
): Promise<void> {
  await inDraft(ctx, place, async (tx, of) => {
    const gone = await lockBlock(tx, of, blockId)
    await tx.delete(campaignBlock).where(eq(campaignBlock.id, gone.id))
    await touch(ctx, tx, of)
  })
}

async function inDraft<T>(
  ctx: Context,
  { organizationId, campaignId }: Place,
  work: (tx: Transaction, of: StoredCampaign) => Promise<T>,
): Promise<T> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => work(tx, await lockDraft(tx, organizationId, campaignId)))
}

async function lockBlock(tx: Transaction, of: StoredCampaign, blockId: string): Promise<StoredBlock> {
  const own = and(eq(campaignBlock.id, blockId), eq(campaignBlock.campaignId, of.id))
  const [found] = await tx.select().from(campaignBlock).where(own).for('update')
  if (!found) throw new Refusal('block-missing', 'missing')
  return found
}

/** What a campaign says has changed: drawings of before are not sent, and who sends it looks at it again. */
async function touch(ctx: Context, tx: Transaction, of: StoredCampaign) {
  await tx
    .update(campaign)
    .set({ revision: of.revision + 1 })
    .where(eq(campaign.id, of.id))
  await recordCampaign(ctx, 'campaign.edited', of, { fields: ['words'] })
}

/** An event of this organization, or a session or picture of one. */
export async function requireSubject(
  tx: Pick<Transaction, '$count'>,
  { organizationId }: Pick<StoredCampaign, 'organizationId'>,
  kind: CampaignBlockKind,
  subjectId: string | null,
) {
  if (!subjectId) return
  const hosted = sql`(select h.event_id from ${host} h where h.organization_id = ${organizationId})`
  const found =
    kind === 'event'
      ? await tx.$count(host, and(eq(host.organizationId, organizationId), eq(host.eventId, subjectId)))
      : kind === 'session'
        ? await tx.$count(session, and(eq(session.id, subjectId), sql`${session.eventId} in ${hosted}`))
        : kind === 'picture'
          ? await tx.$count(picture, and(eq(picture.id, subjectId), sql`${picture.eventId} in ${hosted}`))
          : 0
  if (found === 0) throw new Refusal('subject-missing', 'invalid')
}
