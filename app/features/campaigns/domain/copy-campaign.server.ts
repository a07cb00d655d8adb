import { m } from '#app/paraglide/messages.js'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { campaignBlock } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { addCampaign } from './edit-campaign.server.ts'
import { getCampaign, listBlocks, type StoredCampaign } from './stored-campaigns.server.ts'

const longestName = 120

/**
 * Makes a campaign that says the same to the same lists at the same speed: its audience is counted anew when it is sent,
 * and nobody whom the first one wrote to comes along. Refuses where it names a list or an event that is no longer the
 * organization's own, since without that condition it would reach others.
 */
export async function copyCampaign(
  ctx: Context,
  { organizationId, campaignId }: { organizationId: string; campaignId: string },
): Promise<StoredCampaign> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const { name, eventId, subject, audience, perHour, perDomainHour } = await getCampaign(
      ctx,
      organizationId,
      campaignId,
    )
    const blocks = await listBlocks(campaignId)
    const copied = m['campaigns.copy.name']({ name }, { locale: ctx.locale }).slice(0, longestName)
    const details = { name: copied, eventId, subject, audience, perHour, perDomainHour }
    const made = await addCampaign(ctx, { organizationId, details })
    if (blocks.length > 0)
      await tx.insert(campaignBlock).values(
        blocks.map(({ kind, position, words, subjectId, url }) => ({
          campaignId: made.id,
          kind,
          position,
          words,
          subjectId,
          url,
        })),
      )
    return made
  })
}
