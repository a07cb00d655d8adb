import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { mayMailMany } from '#app/features/sending-check/domain/checks.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField, SelectField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { countAudience } from '../domain/count-audience.server.ts'
import { findZones } from '../domain/offered-subjects.server.ts'
import { scheduleCampaign } from '../domain/run-campaign.server.ts'
import { listBlocks } from '../domain/stored-campaigns.server.ts'
import { sendingSchema } from './campaign.schema.ts'
import { campaignPlace } from './campaign-place.server.ts'
import { CampaignTabs } from './campaign-tabs.tsx'
import { CountedAudience } from './counted-audience.tsx'

extendFormMessages({
  'shared.refusal.campaign-begun': m['shared.refusal.campaign-begun'],
  'shared.refusal.campaign-changed': m['shared.refusal.campaign-changed'],
  'shared.refusal.campaign-nobody': m['shared.refusal.campaign-nobody'],
  'shared.refusal.campaign-unchecked': m['shared.refusal.campaign-unchecked'],
  'shared.refusal.campaign-unwritten': m['shared.refusal.campaign-unwritten'],
  'campaigns.sending.no-hour': m['campaigns.sending.no-hour'],
  'campaigns.sending.past': m['campaigns.sending.past'],
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.tab.sending']()} · ${data.name}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const [count, blocks, zones] = await Promise.all([
    countAudience(ctx, organization.id, campaign.audience),
    listBlocks(campaign.id),
    findZones(campaign.eventId),
  ])
  const texts = [campaign.subject, ...blocks.map(({ words }) => words)]
  return data({
    name: campaign.name,
    address,
    state: campaign.state,
    revision: campaign.revision,
    count,
    zones,
    stale: texts.some(isStale),
    unspoken: (['vi', 'en'] as const).filter(
      (locale) =>
        !campaign.subject[locale] &&
        campaign.subject[locale === 'vi' ? 'en' : 'vi'] &&
        count.byLocale[locale] > 0,
    ),
    isUnchecked: !(await mayMailMany(count.addresses)),
    isEmpty: blocks.length === 0 || !(campaign.subject.vi || campaign.subject.en),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, campaign, address } = await campaignPlace(request, params)
  const form = await readForm(request, sendingSchema)
  if (!form.ok) return refuse(form)
  const { at: local, zone, revision, counted } = form.data
  const zones = await findZones(campaign.eventId)
  if (!zones.includes(zone)) return refuse(refuseField(form, 'zone', 'shared.form.choose'))
  const at = local === '' ? null : instantOfLocal(local, zone)
  if (typeof at === 'string') return refuse(refuseField(form, 'at', 'campaigns.sending.no-hour'))
  if (at && at < ctx.now) return refuse(refuseField(form, 'at', 'campaigns.sending.past'))
  try {
    const place = { organizationId: organization.id, campaignId: campaign.id }
    await scheduleCampaign(ctx, { ...place, at, seen: revision, counted })
    return redirect(address, 303)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
}

/** The last look before it goes: to how many, in which languages, when; it can be taken back until it begins. */
export default function SendingPage() {
  const { name, address, state, revision, count, zones, stale, unspoken, isUnchecked, isEmpty } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = plainTools(refused, {})
  return (
    <DeskPage
      title={name}
      actions={
        !isEmpty && (
          <form method="post" action={`${address}/trial`}>
            <Button variant="quiet">{m['campaigns.sending.try']()}</Button>
          </form>
        )
      }
    >
      <CampaignTabs address={address} current="sending" />
      <CountedAudience count={count} />
      {isEmpty && <Notice tone="warning">{m['campaigns.sending.empty']()}</Notice>}
      {isUnchecked && (
        <Notice tone="warning">
          {m['campaigns.sending.unchecked']()}{' '}
          <a href="/organize/sending-check">{m['campaigns.sending.check']()}</a>
        </Notice>
      )}
      {stale && <Notice tone="warning">{m['campaigns.sending.stale']()}</Notice>}
      {unspoken.map((locale) => (
        <Notice key={locale} tone="warning">
          {locale === 'vi' ? m['campaigns.sending.no-vi']() : m['campaigns.sending.no-en']()}
        </Notice>
      ))}
      {state === 'draft' ? (
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="counted" value={count.addresses} />
          <div className="pair">
            <DateTimeField
              {...tools.field('at')}
              label={m['campaigns.sending.at']()}
              hint={m['campaigns.sending.at-hint']()}
            />
            <SelectField
              {...tools.field('zone')}
              label={m['campaigns.sending.zone']()}
              options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            />
          </div>
          <p className="soft measure">{m['campaigns.sending.held']()}</p>
          <p>
            <Button>{m['campaigns.sending.send']()}</Button>
          </p>
        </Form>
      ) : (
        <p className="soft measure">{m['campaigns.sending.begun']()}</p>
      )}
    </DeskPage>
  )
}
