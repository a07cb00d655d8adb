import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { copyCampaign } from '../domain/copy-campaign.server.ts'
import { campaignPlace } from './campaign-place.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, list } = await campaignPlace(request, params)
  const place = { organizationId: organization.id, campaignId: campaign.id }
  const copied = await performAct(ctx, {
    act: { organizationId: organization.id, verb: 'campaign.copied', subjectName: campaign.name },
    answered: unasked,
    work: () => copyCampaign(ctx, place),
  })
  if (!copied.done) throw new Refusal('form-unreadable', 'invalid')
  return redirect(`${list}/${copied.result.id}/message`, 303)
}
