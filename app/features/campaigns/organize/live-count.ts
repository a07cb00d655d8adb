import type { ActionFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { faultSentences } from '#app/shared/forms/form-messages.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { countAudience } from '../domain/count-audience.server.ts'
import { audienceOf } from './audience-form.ts'
import { audienceSchema } from './campaign.schema.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { countParts } from './counted-audience.tsx'

/** Whom the lists and conditions of an open form would reach, counted and not saved (public/live-answer.js). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization } = await campaignPlace(request, params)
  const form = await readForm(request, audienceSchema)
  if (!form.ok) return Response.json({ said: faultSentences(form.errors) }, { status: 400 })
  const count = await countAudience(ctx, organization.id, audienceOf(form.data))
  const parts = countParts(count)
  return Response.json({ said: m['campaigns.audience.said']({ count: parts.addresses }), parts })
}
