import { and, eq, sql } from 'drizzle-orm'
import { mayMailMany } from '#app/features/sending-check/domain/checks.server.ts'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { type CampaignState, locales } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { campaign } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { countAudience } from './count-audience.server.ts'
import { countLinksOf } from './count-links.server.ts'
import { recordCampaign } from './edit-campaign.server.ts'
import type { StoredCampaign } from './stored-campaigns.server.ts'
import { listBlocks } from './stored-campaigns.server.ts'

type Place = { organizationId: string; campaignId: string }

/**
 * Lets a campaign begin at an hour, or as soon as it can no longer be taken back. `seen` is the revision, and `counted`
 * the number of addresses, that whoever sends it was shown: what has changed since is looked at again.
 */
export async function scheduleCampaign(
  ctx: Context,
  { at, seen, counted, ...place }: Place & { at: Date | null; seen: number; counted: number },
): Promise<void> {
  await step(ctx, place, ['draft'], async (tx, of) => {
    if (of.revision !== seen) throw new Refusal('campaign-changed')
    if (!(await isWritten(of))) throw new Refusal('campaign-unwritten')
    const { addresses } = await countAudience(ctx, of.organizationId, of.audience)
    if (addresses === 0) throw new Refusal('campaign-nobody')
    if (addresses !== counted) throw new Refusal('campaign-changed')
    if (!(await mayMailMany(addresses))) throw new Refusal('campaign-unchecked')
    const soonest = new Date(ctx.now.getTime() + env().UNDO_SECONDS * 1000)
    const scheduledAt = at && at > soonest ? at : soonest
    await countLinksOf(tx, of)
    await put(tx, of, { state: 'scheduled', scheduledAt })
    await recordCampaign(ctx, 'campaign.scheduled', of, { at: scheduledAt.toISOString(), addresses })
  })
}

/** Nobody was written to yet: it is a draft again. */
export async function takeBackCampaign(ctx: Context, place: Place): Promise<void> {
  await step(ctx, place, ['scheduled'], async (tx, of) => {
    await put(tx, of, { state: 'draft', scheduledAt: null })
    await recordCampaign(ctx, 'campaign.taken-back', of)
  })
}

/** No more of it leaves; what is on the way at this moment arrives. What lies in the outbox waits in the ledger again. */
export async function pauseCampaign(ctx: Context, place: Place): Promise<void> {
  await step(ctx, place, ['sending'], async (tx, of) => {
    await fetchBack(tx, of.id)
    await put(tx, of, { state: 'paused' })
    await recordCampaign(ctx, 'campaign.paused', of)
  })
}

/** Goes on where it was: who was written to is not written to again. One whose hour passed long ago begins now. */
export async function resumeCampaign(ctx: Context, place: Place): Promise<void> {
  await step(ctx, place, ['paused', 'overdue'], async (tx, of) => {
    const state = of.startedAt ? 'sending' : 'scheduled'
    const scheduledAt = of.startedAt ? of.scheduledAt : ctx.now
    await put(tx, of, { state, scheduledAt, attendedAt: sql`now()` })
    await tx.execute(sql`select pg_notify('campaigns', '')`)
    await recordCampaign(ctx, 'campaign.resumed', of)
  })
}

/** Ends it for good: who was not written to is never written to by it, and the ledger says why. */
export async function stopCampaign(ctx: Context, place: Place): Promise<void> {
  await step(ctx, place, ['sending', 'paused', 'overdue'], async (tx, of) => {
    await fetchBack(tx, of.id)
    await tx.execute(sql`
      update campaign_recipient set state = 'skipped', reason = 'stopped', known_at = now()
      where campaign_id = ${of.id} and state = 'waiting'`)
    await put(tx, of, { state: 'stopped', finishedAt: ctx.now })
    await recordCampaign(ctx, 'campaign.stopped', of)
  })
}

/** Those of whom nobody knows whether they had it are written to once more, when a person says so. */
export async function sendUnknownAgain(ctx: Context, place: Place): Promise<number> {
  return step(ctx, place, ['sending', 'paused', 'finished'], async (tx, of) => {
    const again = await tx.execute(sql`
      update campaign_recipient set state = 'waiting', reason = null, outbox_id = null, fed_at = null, known_at = null
      where campaign_id = ${of.id} and state = 'failed' and reason = 'outcome-unknown' returning id`)
    if (again.length === 0) return 0
    if (of.state === 'finished')
      await put(tx, of, { state: 'sending', finishedAt: null, attendedAt: sql`now()` })
    await tx.execute(sql`select pg_notify('campaigns', '')`)
    await recordCampaign(ctx, 'campaign.sent-again', of, { addresses: again.length })
    return again.length
  })
}

/** Takes out of the outbox what no worker holds. Whoever asks holds the campaign's row. */
export async function fetchBack(tx: Transaction, campaignId: string): Promise<void> {
  await tx.execute(sql`
    with back as (
      delete from outbox where campaign_id = ${campaignId} and state = 'queued' and handed_at is null returning id
    )
    update campaign_recipient r set state = 'waiting', outbox_id = null, fed_at = null
    from back where r.outbox_id = back.id and r.state = 'queued'`)
}

/** It has a subject and something below it in a language at least, the same. */
async function isWritten({ id, subject }: StoredCampaign): Promise<boolean> {
  const blocks = await listBlocks(id)
  return locales.some(
    (locale) =>
      subject[locale] &&
      blocks.some((one) => one.words[locale] || one.kind === 'event' || one.kind === 'session'),
  )
}

async function step<T>(
  ctx: Context,
  { organizationId, campaignId }: Place,
  from: readonly CampaignState[],
  work: (tx: Transaction, of: StoredCampaign) => Promise<T>,
): Promise<T> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const [of] = await tx
      .select()
      .from(campaign)
      .where(and(eq(campaign.id, campaignId), eq(campaign.organizationId, organizationId)))
      .for('update')
    if (!of) throw new Refusal('campaign-missing', 'missing')
    if (!from.includes(of.state)) throw new Refusal('campaign-elsewhere')
    return work(tx, of)
  })
}

type Change = Parameters<ReturnType<typeof updateOf>['set']>[0]

const updateOf = (tx: Transaction) => tx.update(campaign)

async function put(tx: Transaction, of: StoredCampaign, change: Change) {
  await updateOf(tx).set(change).where(eq(campaign.id, of.id))
}
