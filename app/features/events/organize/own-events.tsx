import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnPausedDomains } from '#app/features/bounces/domain/paused-domains.server.ts'
import { listOrganizedEvents } from '#app/features/events/domain/organized-events.server.ts'
import { listInitiativesAskedOf } from '#app/features/initiatives/domain/bodies/bodies.server.ts'
import { AskedToCarry } from '#app/features/initiatives/organize/bodies/asked-to-carry.tsx'
import { listRequestsToOwn } from '#app/features/organizations/domain/host-requests.server.ts'
import { listContactProposals } from '#app/features/people/domain/contact-proposals.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { EventState } from '#app/organize/event-frame.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import { eventKindName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { formatCount, formatDays } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { AskedToHost, ProposedContacts } from './asked-of-us.tsx'

export const meta = () => [{ title: m['organize.events.title']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const [viewer, events, requests, carrying, proposals, paused] = await Promise.all([
    viewerOf(ctx),
    listOrganizedEvents(ctx),
    listRequestsToOwn(ctx),
    listInitiativesAskedOf(ctx),
    listContactProposals(ctx),
    listOwnPausedDomains(ctx),
  ])
  const adminAt = viewer.organizations.find(({ role }) => roleMay(role, 'members.edit'))?.slug
  const isOver = (event: { endsAt: Date }) => event.endsAt < ctx.now
  return data({
    requests,
    carrying,
    proposals,
    paused,
    answered: new URL(request.url).searchParams.get('answered'),
    mayCreate: viewer.organizations.some(({ role }) => roleMay(role, 'event.edit')),
    demoAt: (events.some(({ isDemo }) => isDemo) && adminAt) || null,
    upcoming: events.filter((event) => !isOver(event)).reverse(),
    past: events.filter(isOver),
  })
}

type Row = Awaited<ReturnType<typeof listOrganizedEvents>>[number]

export default function Events() {
  const { requests, carrying, proposals, paused, answered, mayCreate, demoAt, upcoming, past } =
    useLoaderData<typeof loader>()
  const create = mayCreate && (
    <ButtonLink href="/organize/events/new">{m['organize.events.create']()}</ButtonLink>
  )
  return (
    <DeskPage title={m['organize.events.title']()} actions={upcoming.length + past.length > 0 && create}>
      {answered === 'hosting' && <Notice tone="success" live title={m['organize.asked.accepted']()} />}
      {answered === 'no-hosting' && <Notice tone="success" live title={m['organize.asked.declined']()} />}
      {answered === 'contact' && <Notice tone="success" live title={m['organize.contact.accepted']()} />}
      {answered === 'no-contact' && <Notice tone="success" live title={m['organize.contact.refused']()} />}
      {paused.map(({ slug, domains }) => (
        <Notice
          key={slug}
          tone="warning"
          title={m['bounces.domains.notice']({ domains: domains.join(', ') })}
        >
          <a href={`/organize/organizations/${slug}/suppressions`}>{m['bounces.domains.notice-link']()}</a>
        </Notice>
      ))}
      {proposals.length > 0 && <ProposedContacts proposals={proposals} />}
      {requests.length > 0 && <AskedToHost requests={requests} />}
      {carrying.length > 0 && <AskedToCarry requests={carrying} />}
      {upcoming.length + past.length === 0 && (
        <EmptyState title={m['organize.events.none']()}>
          <p>{m['organize.events.none-hint']()}</p>
          {mayCreate && (
            <ButtonLink href="/organize/events/new">{m['organize.events.create-first']()}</ButtonLink>
          )}
        </EmptyState>
      )}
      {demoAt && (
        <Notice title={m['organize.demo.here']()}>
          <a href={`/organize/organizations/${demoAt}/demo`}>{m['organize.demo.to-removal']()}</a>
        </Notice>
      )}
      {upcoming.length > 0 && <EventTable caption={m['organize.events.upcoming']()} rows={upcoming} />}
      {past.length > 0 && <EventTable caption={m['organize.events.past']()} rows={past} />}
    </DeskPage>
  )
}

function EventTable({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <section className="stack snug">
      <h2 className="title-m">{caption}</h2>
      <DataTable caption={caption} captionHidden columns={columns()} rows={rows} rowKey={(row) => row.id} />
    </section>
  )
}

function columns(): Column<Row>[] {
  const locale = getLocale()
  const count = (value: number) => formatCount(value, locale)
  return [
    {
      key: 'title',
      header: m['organize.events.event'](),
      names: true,
      cell: (row) => (
        <a href={`/organize/events/${row.slug}`}>
          <Translated value={row.title} />
        </a>
      ),
    },
    {
      key: 'kind',
      header: m['organize.form.kind'](),
      cell: (row) => <Badge>{eventKindName(row.kind)}</Badge>,
    },
    {
      key: 'when',
      header: m['organize.events.when'](),
      cell: (row) => (
        <span className="figures">
          {formatDays(row.startsAt, row.endsAt, row.timeZone, locale)}
          {row.city && (row.city.vi || row.city.en) ? ' · ' : ''}
          <Translated value={row.city} />
        </span>
      ),
    },
    {
      key: 'state',
      header: m['organize.events.state'](),
      cell: (row) => <EventState published={row.publishedAt !== null} cancelled={row.cancelledAt !== null} />,
    },
    {
      key: 'seats',
      header: m['organize.events.seats'](),
      align: 'end',
      cell: (row) =>
        row.capacity === null
          ? count(row.seated)
          : m['organize.events.seats-of']({ taken: count(row.seated), capacity: count(row.capacity) }),
    },
    {
      key: 'waiting',
      header: m['organize.events.waiting'](),
      align: 'end',
      cell: (row) => count(row.waiting),
    },
    {
      key: 'mail',
      header: m['organize.event.outbox'](),
      cell: (row) =>
        row.failedMails > 0 ? (
          <a href={`/organize/events/${row.slug}/outbox`}>
            <StateMark tone="bad">{m['organize.mail.failed']({ count: row.failedMails })}</StateMark>
          </a>
        ) : (
          <StateMark tone="good">{m['organize.mail.fine']()}</StateMark>
        ),
    },
  ]
}
