import {
  type CampaignBasis as Basis,
  findCampaigns,
} from '#app/features/mail/domain/campaign/campaign-basis.server.ts'
import { listShownBlocks } from '#app/features/mail/domain/campaign/shown-blocks.server.ts'
import { writeCampaign } from '#app/features/mail/domain/campaign/write-campaign.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { type Message, requireSubject } from './edit-blocks.server.ts'
import type { StoredCampaign } from './stored-campaigns.server.ts'

type Shown = { subject: string; text: string; html: string }

/**
 * A campaign in each language that it speaks, as whoever looks would get it; with `message`, as it would be with those
 * words. Nothing is written, and what opens pages leads nowhere.
 */
export async function previewCampaign(
  campaignId: string,
  ctx: Context,
  message?: Message,
): Promise<Record<Locale, Shown | null>> {
  const campaigns = await findCampaigns([campaignId])
  const basis = campaigns.get(campaignId)
  if (!basis) throw new Refusal('campaign-missing', 'missing')
  await requireOrganizationRight(ctx, 'organization.edit', basis.campaign.organizationId)
  const said = message ? await withMessage(basis, message) : basis
  const name = ctx.actor.kind === 'account' ? ctx.actor.name : ''
  const made = await Promise.all(
    locales.map(async (locale) => {
      if (!said.campaign.subject[locale]) return [locale, null]
      const row = { ...nobody, locale, recipientName: name, facts: { campaign: { tried: campaignId } } }
      const written = { campaigns: new Map([[campaignId, said]]), subscribed: new Set<number>() }
      const { subject, text, html } = await writeCampaign(row, written)
      return [locale, { subject, text, html }]
    }),
  )
  return Object.fromEntries(made)
}

/** With what is typed and chosen and not saved; what is chosen must be of an event that the organization hosts. */
async function withMessage(basis: Basis, { subject, blocks }: Message): Promise<Basis> {
  const { campaign } = basis
  const chosen: Record<string, string | null> = {}
  for (const { id, kind, subjectId: stored } of basis.blocks) {
    const { subjectId } = blocks[id] ?? { subjectId: stored }
    if (subjectId === stored) continue
    await requireSubject(database(), campaign, kind, subjectId)
    chosen[id] = subjectId
  }
  const shown = Object.keys(chosen).length > 0 ? await listShownBlocks([campaign.id], chosen) : basis.blocks
  return {
    ...basis,
    campaign: { ...campaign, subject },
    blocks: shown.map((block) => {
      const typed = blocks[block.id]
      return typed ? { ...block, words: typed.words, url: typed.url } : block
    }),
  }
}

const nobody = {
  id: '',
  eventId: null,
  registrationId: null,
  invitationId: null,
  campaignId: null,
  kind: 'campaign' as const,
  recipientEmail: '',
  secret: null,
  messageId: '',
  attempts: 0,
  createdAt: new Date(0),
}

/** Mails it to whoever asks, in both languages that it speaks: to see that it arrives and how it looks. */
export async function tryCampaign(ctx: Context, of: StoredCampaign): Promise<void> {
  await requireOrganizationRight(ctx, 'organization.edit', of.organizationId)
  const { actor } = ctx
  if (actor.kind !== 'account') throw new Refusal('sign-in-needed', 'rights')
  const spoken = locales.filter((locale) => of.subject[locale])
  if (spoken.length === 0) throw new Refusal('campaign-unwritten')
  await countAttempt(`test-mail:${actor.accountId}`, { limit: 10, seconds: 3600 })
  await withTransaction(async () => {
    for (const locale of spoken)
      await queueMail({
        kind: 'campaign',
        locale,
        recipientName: actor.name,
        recipientEmail: actor.email,
        organizationId: of.organizationId,
        facts: { campaign: { tried: of.id } },
      })
    await recordActivity(ctx, {
      verb: 'campaign.tried',
      organizationId: of.organizationId,
      subjectId: of.id,
      subjectName: of.name,
    })
  })
}
