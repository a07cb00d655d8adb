import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { type RecipientState, recipientStates } from '#app/shared/vocabulary.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { listRecipients } from '../domain/list-recipients.server.ts'
import { findZones } from '../domain/offered-subjects.server.ts'
import { reasonNames, recipientNames } from './campaign-names.ts'
import { campaignPlace } from './campaign-place.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['campaigns.recipients.title']()} · ${data.name}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, address } = await campaignPlace(request, params)
  const search = new URL(request.url).searchParams
  const asked = search.get('state')
  const state = recipientStates.find((one) => one === asked) ?? null
  const after = Number(search.get('after') ?? '0')
  const isPlace = Number.isSafeInteger(after) && after >= 0
  const [{ rows, next }, [timeZone = 'UTC']] = await Promise.all([
    listRecipients(campaign.id, { state, after: isPlace ? after : 0 }),
    findZones(campaign.eventId),
  ])
  return data({ name: campaign.name, address, state, rows, next, timeZone })
}

/** Everybody of a campaign with what became of them, some at a time. */
export default function Recipients() {
  const { name, address, state, rows, next, timeZone } = useLoaderData<typeof loader>()
  const link = (of: RecipientState | null) => `${address}/recipients${of ? `?state=${of}` : ''}`
  return (
    <DeskPage title={m['campaigns.recipients.title']()}>
      <a className="breadcrumb" href={address}>
        {name}
      </a>
      <nav className="cluster" aria-label={m['campaigns.recipients.states']()}>
        {([null, ...recipientStates] as const).map((one) => (
          <a key={one ?? 'all'} href={link(one)} aria-current={one === state ? 'page' : undefined}>
            {one ? recipientNames[one]() : m['campaigns.recipients.all']()}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={m['campaigns.recipients.none']()} />
      ) : (
        <DataTable
          caption={m['campaigns.recipients.title']()}
          captionHidden
          columns={columns(timeZone)}
          rows={rows}
          rowKey={({ id }) => String(id)}
        />
      )}
      {next !== null && (
        <p>
          <a href={`${address}/recipients?${state ? `state=${state}&` : ''}after=${next}`}>
            {m['campaigns.recipients.more']()}
          </a>
        </p>
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(timeZone: string): Column<Row>[] {
  return [
    { key: 'email', header: m['campaigns.recipients.email'](), names: true, cell: ({ email }) => email },
    { key: 'name', header: m['campaigns.recipients.name'](), cell: ({ name }) => name || '—' },
    { key: 'state', header: m['campaigns.ledger.state'](), cell: ({ state }) => recipientNames[state]() },
    {
      key: 'reason',
      header: m['campaigns.ledger.reason'](),
      cell: ({ reason, words }) => (reason ? `${reasonNames[reason]()}${words ? ` (${words})` : ''}` : ''),
    },
    {
      key: 'at',
      header: m['campaigns.recipients.at'](),
      cell: ({ knownAt }) => (knownAt ? formatDateTime(new Date(knownAt), timeZone, getLocale()) : ''),
    },
  ]
}
