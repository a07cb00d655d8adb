import { and, eq, inArray } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import type { Audience } from '#db/schema/audience.ts'
import { campaign, host, initiativeOrganization, list } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredCampaign } from './stored-campaigns.server.ts'

export type CampaignDetails = {
  name: string
  eventId: string | null
  subject: TranslatedText
  audience: Audience
  perHour: number | null
  perDomainHour: number | null
}

const fieldsOf = ['name', 'eventId', 'subject', 'audience', 'perHour', 'perDomainHour'] as const

/** Makes a campaign that says nothing yet and goes to nobody until somebody sends it. */
export async function addCampaign(
  ctx: Context,
  { organizationId, details }: { organizationId: string; details: CampaignDetails },
): Promise<StoredCampaign> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    await requireOwn(tx, organizationId, details)
    const [added] = await tx
      .insert(campaign)
      .values({ ...details, organizationId })
      .returning()
    if (!added) throw new Error('A campaign was inserted without a row')
    await recordCampaign(ctx, 'campaign.added', added)
    return added
  })
}

type CampaignEdit = { organizationId: string; seen: StoredCampaign; details: CampaignDetails }

/**
 * Changes a campaign that nobody has sent, unless somebody saved it since it was `seen`. Answers whether anything changed.
 */
export async function editCampaign(
  ctx: Context,
  { organizationId, seen, details }: CampaignEdit,
): Promise<boolean> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const before = await lockDraft(tx, organizationId, seen.id)
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const fields = fieldsOf.filter((field) => !sameValue(before[field], details[field]))
    if (fields.length === 0) return false
    await requireOwn(tx, organizationId, details)
    await tx
      .update(campaign)
      .set({ ...details, revision: before.revision + 1 })
      .where(eq(campaign.id, before.id))
    await recordCampaign(ctx, 'campaign.edited', before, { fields })
    return true
  })
}

/** Removes a campaign that nobody has sent; what was written in it comes back when that is taken back. */
export async function removeCampaign(
  ctx: Context,
  { organizationId, campaignId }: { organizationId: string; campaignId: string },
): Promise<void> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  await withTransaction(async (tx) => {
    const gone = await lockDraft(tx, organizationId, campaignId)
    await tx.delete(campaign).where(eq(campaign.id, gone.id))
    await recordCampaign(ctx, 'campaign.removed', gone)
  })
}

/** A campaign whose words may still change, locked; one that waits for its hour was looked at, and is taken back first. */
export async function lockDraft(
  tx: Transaction,
  organizationId: string,
  campaignId: string,
): Promise<StoredCampaign> {
  const [found] = await tx
    .select()
    .from(campaign)
    .where(and(eq(campaign.id, campaignId), eq(campaign.organizationId, organizationId)))
    .for('update')
  if (!found) throw new Refusal('campaign-missing', 'missing')
  if (found.state !== 'draft') throw new Refusal('campaign-begun')
  return found
}

export async function recordCampaign(
  ctx: Context,
  verb: string,
  of: Pick<StoredCampaign, 'id' | 'name' | 'organizationId'>,
  details: Record<string, unknown> = {},
): Promise<void> {
  const { organizationId, id: subjectId, name: subjectName } = of
  await recordActivity(ctx, { verb, organizationId, subjectId, subjectName, details })
}

/** Its lists, and the events and initiatives that it names, are its organization's own: what a neighbour knows of people is not asked. */
async function requireOwn(tx: Transaction, organizationId: string, { eventId, audience }: CampaignDetails) {
  const lists = [
    ...audience.lists,
    ...audience.conditions.flatMap((one) => (one.kind === 'list' ? [one.listId] : [])),
  ]
  const asked = audience.conditions.flatMap((one) => ('eventId' in one ? [one.eventId] : []))
  const events = [...new Set([...(eventId ? [eventId] : []), ...asked])]
  const ownLists = new Set(lists)
  const known = lists.length
    ? await tx.$count(list, and(eq(list.organizationId, organizationId), inArray(list.id, [...ownLists])))
    : 0
  if (known !== ownLists.size) throw new Refusal('list-missing', 'invalid')
  const hosted = events.length
    ? await tx.$count(host, and(eq(host.organizationId, organizationId), inArray(host.eventId, events)))
    : 0
  if (hosted !== events.length) throw new Refusal('event-missing', 'invalid')
  const supported = new Set(
    audience.conditions.flatMap((one) => (one.kind === 'supporter' ? [one.initiativeId] : [])),
  )
  const { initiativeId, organizationId: body } = initiativeOrganization
  const carried = supported.size
    ? await tx.$count(
        initiativeOrganization,
        and(eq(body, organizationId), inArray(initiativeId, [...supported])),
      )
    : 0
  if (carried !== supported.size) throw new Refusal('initiative-missing', 'invalid')
}

/** So many parts as anybody reads to the end of. */
export const mostBlocks = 30
