import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { tryCampaign } from '../domain/preview-campaign.server.ts'
import { campaignPlace } from './campaign-place.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, campaign, address } = await campaignPlace(request, params)
  await tryCampaign(ctx, campaign)
  return redirect(`${address}/sending`, 303)
}
