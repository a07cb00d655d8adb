import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import { OrganizationTabs } from '#app/organize/tabs/organization-tabs.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { listPausedDomains } from '../domain/paused-domains.server.ts'
import { listSuppressions, mostListed } from '../domain/suppressions.server.ts'
import { listUnprovenReports } from '../domain/unproven-reports.server.ts'
import { PausedDomains } from './domains-table.tsx'
import { UnprovenReports } from './reports-table.tsx'
import { LiftedTable, SuppressionsTable } from './suppressions-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m['bounces.list.of']({ organization: textIn(data.name, getLocale()) }) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'outbox.read', organization.id)
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200)
  const [viewer, standing, lifted, domains, reports] = await Promise.all([
    viewerOf(ctx),
    listSuppressions(ctx, organization.id, { q }),
    listSuppressions(ctx, organization.id, { q, lifted: true }),
    listPausedDomains(ctx, organization.id),
    listUnprovenReports(ctx, organization.id),
  ])
  const own = viewer.organizations.find(({ slug }) => slug === organization.slug)
  return data({
    slug: organization.slug,
    name: organization.name,
    q,
    mayResume: own !== undefined && roleMay(own.role, 'outbox.send'),
    suppressions: standing.suppressions,
    most: standing.hasMore ? mostListed : null,
    lifted: lifted.suppressions,
    domains,
    reports,
  })
}

/** Whom an organization's emails do not reach, and why: addresses, domains that wait, and reports that changed nothing. */
export default function Suppressions() {
  const { slug, name, q, mayResume, suppressions, most, lifted, domains, reports } =
    useLoaderData<typeof loader>()
  const address = `/organize/organizations/${slug}/suppressions`
  return (
    <DeskPage title={m['bounces.list.of']({ organization: textIn(name, getLocale()) })}>
      <OrganizationTabs slug={slug} current="suppressions" />
      {domains.length > 0 && <PausedDomains address={address} domains={domains} mayResume={mayResume} />}
      <p className="measure soft">{m['bounces.list.lead']()}</p>
      <SearchForm
        address={address}
        q={q}
        label={m['bounces.list.search']()}
        hint={m['bounces.list.search-hint']()}
        isFiltered={q !== ''}
      />
      {suppressions.length > 0 ? (
        <SuppressionsTable address={address} rows={suppressions} />
      ) : q ? (
        <EmptyState title={m['bounces.list.none-found']()} />
      ) : (
        <EmptyState title={m['bounces.list.none']()}>
          <p>{m['bounces.list.none-hint']()}</p>
        </EmptyState>
      )}
      {most !== null && <p className="soft">{m['bounces.list.more']({ count: most })}</p>}
      {reports.length > 0 && <UnprovenReports reports={reports} />}
      {lifted.length > 0 && <LiftedTable address={address} rows={lifted} />}
    </DeskPage>
  )
}
