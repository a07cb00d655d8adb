import { eq } from 'drizzle-orm'
import { countAudience } from '#app/features/campaigns/domain/count-audience.server.ts'
import { addBlock, editMessage } from '#app/features/campaigns/domain/edit-blocks.server.ts'
import { addCampaign, type CampaignDetails } from '#app/features/campaigns/domain/edit-campaign.server.ts'
import { scheduleCampaign } from '#app/features/campaigns/domain/run-campaign.server.ts'
import { getCampaign } from '#app/features/campaigns/domain/stored-campaigns.server.ts'
import { campaign as campaigns } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from './contexts.ts'
import { nextNumber } from './numbers.ts'

/** A campaign to one list that says a sentence in both languages; nobody has sent it yet. */
export async function campaign(
  organizationId: string,
  { lists, ...details }: Partial<CampaignDetails> & { lists: string[] },
) {
  const ctx = system()
  const { id } = await addCampaign(ctx, {
    organizationId,
    details: {
      name: `Chiến dịch ${nextNumber()}`,
      eventId: null,
      subject: { vi: 'Mời {name|quý vị} đến Đà Nẵng', en: 'Come to Da Nang, {name|dear guest}' },
      audience: { lists, match: 'all', conditions: [] },
      perHour: null,
      perDomainHour: null,
      ...details,
    },
  })
  const place = { organizationId, campaignId: id }
  const block = await addBlock(ctx, { ...place, kind: 'text' })
  const { revision, subject } = await getCampaign(ctx, organizationId, id)
  const words = { vi: 'Liên hoan phim mở cửa.', en: 'The festival opens.', confirmed: false }
  await editMessage(ctx, {
    ...place,
    revision,
    message: {
      subject: { vi: subject.vi ?? '', en: subject.en ?? '', confirmed: false },
      blocks: { [block.id]: { words, subjectId: null, url: null } },
    },
  })
  return getCampaign(ctx, organizationId, id)
}

/** The same, begun as soon as somebody looks: the minute in which it can be taken back has passed. */
export async function sentCampaign(organizationId: string, details: Parameters<typeof campaign>[1]) {
  const ctx = system()
  const of = await campaign(organizationId, details)
  const { addresses } = await countAudience(ctx, organizationId, of.audience)
  const place = { organizationId, campaignId: of.id }
  await scheduleCampaign(ctx, { ...place, at: null, seen: of.revision, counted: addresses })
  await database().update(campaigns).set({ scheduledAt: new Date() }).where(eq(campaigns.id, of.id))
  return { ...of, ...place }
}
