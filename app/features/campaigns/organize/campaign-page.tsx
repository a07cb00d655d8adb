import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { getCampaignProgress } from '../domain/campaign-progress.server.ts'
import { listCampaignLinks } from '../domain/count-links.server.ts'
import { stateNames } from './campaign-names.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { CampaignTabs } from './campaign-tabs.tsx'
import { Funnel } from './funnel.tsx'
import { Ledger } from './ledger.tsx'
import { CampaignSteps, Standing } from './standing.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? '' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, campaign, address } = await campaignPlace(request, params)
  const [progress, links] = await Promise.all([
    getCampaignProgress(ctx, campaign),
    listCampaignLinks(campaign.id),
  ])
  const { id, name, state, scheduledAt, startedAt, finishedAt } = campaign
  return data({ id, name, state, scheduledAt, startedAt, finishedAt, address, links, ...progress })
}

/** How a campaign stands: what became of everybody, how fast it goes, and what it did. */
export default function CampaignPage() {
  const { name, state, address, scheduledAt, startedAt, finishedAt, links, ...progress } =
    useLoaderData<typeof loader>()
  const when = (at: Date | string | null) =>
    at ? formatDateTime(new Date(at), progress.timeZone, getLocale()) : ''
  return (
    <DeskPage
      title={name}
      actions={<CampaignSteps address={address} state={state} unknown={progress.unknown} />}
    >
      <CampaignTabs address={address} current="overview" />
      <Standing
        state={stateNames[state]()}
        times={{ scheduled: when(scheduledAt), started: when(startedAt), finished: when(finishedAt) }}
        progress={progress}
      />
      {progress.audience > 0 && (
        <>
          <Ledger lines={progress.ledger} audience={progress.audience} address={address} />
          <Funnel audience={progress.audience} sent={progress.sent} links={links} />
        </>
      )}
      {progress.audience === 0 && <p className="soft measure">{m['campaigns.nothing-yet']()}</p>}
    </DeskPage>
  )
}
