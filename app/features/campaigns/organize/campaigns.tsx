import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { OrganizationTabs } from '#app/organize/tabs/organization-tabs.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatCount, formatDateTime } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { addCampaign } from '../domain/edit-campaign.server.ts'
import { listHostedEvents } from '../domain/offered-subjects.server.ts'
import { campaignsOnPage, listCampaigns } from '../domain/stored-campaigns.server.ts'
import { newCampaignSchema } from './campaign.schema.ts'
import { stateNames } from './campaign-names.ts'
import { campaignsPlace } from './campaign-place.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, address } = await campaignsPlace(request, params)
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1')
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [{ rows, total }, events, acts] = await Promise.all([
    listCampaigns(ctx, organization.id, page),
    listHostedEvents(organization.id),
    listOpenActs(ctx, { organizationId: organization.id }),
  ])
  return data({
    name: organization.name,
    slug: organization.slug,
    address,
    rules: `/organize/organizations/${organization.slug}/mail-rules`,
    acts,
    campaigns: rows,
    page,
    pages: Math.max(1, Math.ceil(total / campaignsOnPage)),
    events: events.map(({ id, title }) => ({ value: id, label: textIn(title, ctx.locale) })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, address } = await campaignsPlace(request, params)
  const form = await readForm(request, newCampaignSchema)
  if (!form.ok) return refuse(form)
  try {
    const { name, event } = form.data
    const details = {
      name,
      eventId: event || null,
      subject: {},
      audience: { lists: [], match: 'all' as const, conditions: [] },
      perHour: null,
      perDomainHour: null,
    }
    const { id } = await addCampaign(ctx, { organizationId: organization.id, details })
    return redirect(`${address}/${id}/message`, 303)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
}

/** What an organization writes to those who joined its lists. */
export default function Campaigns() {
  const { name, slug, address, rules, acts, campaigns, page, pages, events } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = faultAt(refused?.errors, 'name')
  return (
    <DeskPage
      title={m['campaigns.of']({ organization: textIn(name, getLocale()) })}
      actions={
        <ButtonLink variant="plain" href={rules}>
          {m['campaigns.rules.title']()}
        </ButtonLink>
      }
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
    >
      <OrganizationTabs slug={slug} current="campaigns" />
      <p className="measure soft">{m['campaigns.lead']()}</p>
      {campaigns.length === 0 ? (
        <EmptyState title={m['campaigns.none']()} />
      ) : (
        <DataTable
          caption={m['campaigns.title']()}
          captionHidden
          columns={columns(address)}
          rows={campaigns}
          rowKey={({ id }) => id}
          rowId={({ id }) => `campaign-${id}`}
        />
      )}
      {pages > 1 && (
        <nav className="cluster" aria-label={m['campaigns.pages']()}>
          {page > 1 && <a href={`${address}?page=${page - 1}`}>{m['campaigns.newer']()}</a>}
          {page < pages && <a href={`${address}?page=${page + 1}`}>{m['campaigns.older']()}</a>}
        </nav>
      )}
      <details id="add-campaign" open={Boolean(refused) || campaigns.length === 0}>
        <summary>{m['campaigns.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <TextField
            name="name"
            label={m['campaigns.form.name']()}
            hint={m['campaigns.form.name-hint']()}
            defaultValue={String(valueAt(refused?.values ?? {}, 'name') ?? '')}
            error={fault && messageFor(fault.message)}
            required
            autoComplete="off"
          />
          <SelectField
            name="event"
            label={m['campaigns.form.event']()}
            hint={m['campaigns.form.event-hint']()}
            defaultValue={String(valueAt(refused?.values ?? {}, 'event') ?? '')}
            options={[{ value: '', label: m['campaigns.form.no-event']() }, ...events]}
          />
          <p>
            <Button>{m['campaigns.add']()}</Button>
          </p>
        </Form>
      </details>
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['campaigns'][number]

function columns(address: string): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'name',
      header: m['campaigns.form.name'](),
      names: true,
      cell: ({ id, name }) => <a href={`${address}/${id}`}>{name}</a>,
    },
    {
      key: 'event',
      header: m['campaigns.form.event'](),
      cell: ({ event }) => (event ? textIn(event, locale) : '—'),
    },
    { key: 'state', header: m['campaigns.state.title'](), cell: ({ state }) => stateNames[state]() },
    {
      key: 'when',
      header: m['campaigns.when'](),
      cell: ({ startedAt, scheduledAt, timeZone }) => {
        const at = startedAt ?? scheduledAt
        return at ? formatDateTime(new Date(at), timeZone ?? 'Asia/Ho_Chi_Minh', locale) : '—'
      },
    },
    {
      key: 'sent',
      header: m['campaigns.recipient.sent'](),
      align: 'end',
      cell: ({ sent, recipients }) =>
        recipients === 0 ? '—' : `${formatCount(sent, locale)} / ${formatCount(recipients, locale)}`,
    },
  ]
}
