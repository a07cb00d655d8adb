import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { stopCampaign } from '../domain/run-campaign.server.ts'
import { countLedger } from '../domain/stored-campaigns.server.ts'
import { campaignPlace } from './campaign-place.server.ts'

export const meta: MetaFunction = () => [{ title: m['campaigns.step.stop']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, address } = await campaignPlace(request, params)
  const ledger = await countLedger(campaign.id)
  const left = ledger
    .filter(({ state }) => state === 'waiting' || state === 'queued')
    .reduce((sum, { count }) => sum + count, 0)
  return data({ name: campaign.name, address, left })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  await stopCampaign(ctx, { organizationId: organization.id, campaignId: campaign.id })
  return redirect(address, 303)
}

/** A campaign that is stopped does not go on: it is asked once more. */
export default function Stop() {
  const { name, address, left } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['campaigns.step.stop-name']({ name })}>
      <p className="measure">{m['campaigns.step.stop-lead']({ count: formatCount(left, getLocale()) })}</p>
      <Form method="post" className="cluster">
        <Button>{m['campaigns.step.stop']()}</Button>
        <ButtonLink variant="plain" href={address}>
          {m['campaigns.step.stay']()}
        </ButtonLink>
      </Form>
    </DeskPage>
  )
}
