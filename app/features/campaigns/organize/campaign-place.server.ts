import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { getCampaign } from '../domain/stored-campaigns.server.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Whose campaigns a request is about, for somebody who may write them. */
export async function campaignsPlace(request: Request, params: Params) {
  const ctx = await deskContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', organization.id)
  return { ctx, organization, address: `/organize/organizations/${organization.slug}/campaigns` }
}

/** The campaign that a request is about. */
export async function campaignPlace(request: Request, params: Params) {
  const place = await campaignsPlace(request, params)
  const campaign = await getCampaign(place.ctx, place.organization.id, params.campaign ?? '')
  return { ...place, campaign, list: place.address, address: `${place.address}/${campaign.id}` }
}
