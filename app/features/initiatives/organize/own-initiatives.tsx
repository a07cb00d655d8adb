import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { EventState } from '#app/organize/event-frame.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listInitiativesAskedOf } from '../domain/bodies/bodies.server.ts'
import { listOrganizedInitiatives } from '../domain/editing/organized-initiatives.server.ts'
import { AskedToCarry } from './bodies/asked-to-carry.tsx'

export const meta: MetaFunction<typeof loader> = () => [{ title: m['initiatives.desk.title']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const [viewer, initiatives, requests] = await Promise.all([
    viewerOf(ctx),
    listOrganizedInitiatives(ctx),
    listInitiativesAskedOf(ctx),
  ])
  return data({
    initiatives,
    requests,
    answered: new URL(request.url).searchParams.get('answered'),
    mayCreate: viewer.organizations.some(({ role }) => roleMay(role, 'initiative.edit')),
  })
}

/** The initiatives that one's bodies carry, and those that they are asked to carry. */
export default function OwnInitiatives() {
  const { initiatives, requests, answered, mayCreate } = useLoaderData<typeof loader>()
  const create = mayCreate && (
    <ButtonLink href="/organize/initiatives/new">{m['initiatives.desk.create']()}</ButtonLink>
  )
  return (
    <DeskPage title={m['initiatives.desk.title']()} actions={initiatives.length > 0 && create}>
      {answered === 'no' && <Notice tone="success" live title={m['initiatives.asked.declined']()} />}
      {requests.length > 0 && <AskedToCarry requests={requests} />}
      {initiatives.length === 0 ? (
        <EmptyState title={m['initiatives.desk.none']()}>
          <p>{m['initiatives.desk.none-hint']()}</p>
          {create}
        </EmptyState>
      ) : (
        <DataTable
          caption={m['initiatives.desk.title']()}
          captionHidden
          columns={columns()}
          rows={initiatives}
          rowKey={({ id }) => id}
        />
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['initiatives'][number]

function columns(): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'name',
      header: m['public.initiative.label'](),
      names: true,
      cell: ({ slug, name }) => (
        <a href={`/organize/initiatives/${slug}`}>
          <Translated value={name} />
        </a>
      ),
    },
    {
      key: 'bodies',
      header: m['initiatives.tab.bodies'](),
      cell: ({ bodies }) => bodies.map((name) => textIn(name, locale)).join(' · '),
    },
    {
      key: 'state',
      header: m['initiatives.desk.state'](),
      cell: ({ publishedAt }) => <EventState published={publishedAt !== null} cancelled={false} />,
    },
  ]
}
