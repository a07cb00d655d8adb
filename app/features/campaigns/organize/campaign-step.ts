import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import {
  pauseCampaign,
  resumeCampaign,
  sendUnknownAgain,
  takeBackCampaign,
} from '../domain/run-campaign.server.ts'
import { campaignPlace } from './campaign-place.server.ts'

const steps = {
  'take-back': takeBackCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  again: sendUnknownAgain,
}
type Step = keyof typeof steps
const schema = z.object({ step: z.enum(Object.keys(steps) as [Step, ...Step[]], 'shared.form.out-of-date') })

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await steps[form.data.step](ctx, { organizationId: organization.id, campaignId: campaign.id })
  return redirect(address, 303)
}
