import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { removeCampaign } from '../domain/edit-campaign.server.ts'
import { campaignPlace } from './campaign-place.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, list } = await campaignPlace(request, params)
  const place = { organizationId: organization.id, campaignId: campaign.id }
  await performAct(ctx, {
    act: { organizationId: organization.id, verb: 'campaign.removed', subjectName: campaign.name },
    answered: unasked,
    work: () => removeCampaign(ctx, place),
  })
  return redirect(list, 303)
}
