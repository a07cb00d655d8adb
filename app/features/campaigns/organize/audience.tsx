import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { type AudienceCount, countAudience } from '../domain/count-audience.server.ts'
import { editCampaign } from '../domain/edit-campaign.server.ts'
import {
  listCountries,
  listHostedEvents,
  listOwnLists,
  listSupported,
} from '../domain/offered-subjects.server.ts'
import { AudienceFields } from './audience-fields.tsx'
import { audienceFormValues, audienceOf, campaignDetailsOf } from './audience-form.ts'
import { audienceSchema } from './campaign.schema.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { CampaignTabs } from './campaign-tabs.tsx'
import { CountedAudience, countParts } from './counted-audience.tsx'
import { liveForm } from './live-form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.tab.audience']()} · ${data.name}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const [lists, events, countries, initiatives, count] = await Promise.all([
    listOwnLists(organization.id),
    listHostedEvents(organization.id),
    listCountries(organization.id),
    listSupported(organization.id),
    countAudience(ctx, organization.id, campaign.audience),
  ])
  const values = audienceFormValues(campaign)
  return data({
    name: campaign.name,
    address,
    listsAddress: `/organize/organizations/${organization.slug}/lists`,
    mayEdit: campaign.state === 'draft',
    values,
    base: footprint(values),
    rows: Object.keys(values.conditions),
    lists: lists.map(({ id, title, confirmed }) => ({ id, title: textIn(title, ctx.locale), confirmed })),
    events: events.map(({ id, title }) => ({ id, title: textIn(title, ctx.locale) })),
    countries,
    initiatives: initiatives.map(({ name, ...one }) => ({ ...one, name: textIn(name, ctx.locale) })),
    count,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const to = `${address}/audience`
  return saveMerged(request, {
    schema: audienceSchema,
    stored: campaign,
    valuesOf: audienceFormValues,
    save: async ({ data: typed, values }, seen) => {
      if (typed.intent === 'count') {
        const counted = await countAudience(ctx, organization.id, audienceOf(typed))
        return refuse({ ok: false, errors: {}, values }, { counted }, 200)
      }
      const details = campaignDetailsOf(typed, seen)
      const isChanged = await editCampaign(ctx, { organizationId: organization.id, seen, details })
      return isChanged ? redirect(to, 303) : nothingChanged(to)
    },
  })
}

const liveWords = () => ({
  away: m['campaigns.audience.away'](),
  signedOut: m['campaigns.audience.signed-out'](),
})

/** Whom a campaign is for, counted, and how fast it may go. */
export default function AudiencePage() {
  const { name, address, listsAddress, mayEdit, values, base, rows, count, ...offered } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = plainTools(refused, values)
  const counted = refused && 'counted' in refused ? (refused.counted as AudienceCount) : null
  return (
    <DeskPage title={name}>
      <CampaignTabs address={address} current="audience" />
      <div className="mail-write">
        <CountedAudience count={counted ?? count} />
        {mayEdit ? (
          <Form
            method="post"
            noValidate
            className="form"
            {...liveForm(`${address}/audience/count`, liveWords())}
          >
            <FormVersions refused={refused} base={base} />
            <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
            <TextField
              {...tools.field('name')}
              label={m['campaigns.form.name']()}
              hint={m['campaigns.form.name-hint']()}
              required
              autoComplete="off"
            />
            <AudienceFields tools={tools} rows={rows} listsAddress={listsAddress} {...offered} />
            <p className="cluster">
              <Button name="intent" value="save">
                {m['organize.form.save']()}
              </Button>
              <Button variant="quiet" name="intent" value="count">
                {m['campaigns.audience.count']()}
              </Button>
              <span className="live-said small soft" role="status" data-live-said>
                {counted && m['campaigns.audience.said']({ count: countParts(counted).addresses })}
              </span>
            </p>
          </Form>
        ) : (
          <p className="soft measure">{m['campaigns.audience.fixed']()}</p>
        )}
      </div>
      <script src="/live-answer.js" defer />
    </DeskPage>
  )
}
