import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { postedFields, readFields, refuse } from '#app/shared/forms/read-form.server.ts'
import { arrangeHosts } from '../domain/arrange-hosts.server.ts'
import { askHost } from '../domain/ask-host.server.ts'
import { hostNewOrganization } from '../domain/host-new-organization.server.ts'
import { listHostRequests } from '../domain/host-requests.server.ts'
import { listHosts, listOtherOrganizations, listOwnOrganizations } from '../domain/organizations.server.ts'
import { AddHostForm, NewHostForm } from './host-forms.tsx'
import { HostRequestsList } from './host-requests-list.tsx'
import { arrangementSchema, hostSchema, newHostSchema } from './hosts.schema.ts'
import { HostsList } from './hosts-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.hosts.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.read')
  const mayEdit = event.may('hosts.edit')
  const [hosts, requests, own, writing, others] = await Promise.all([
    listHosts(event.id),
    listHostRequests(event.id),
    listOwnOrganizations(ctx, ['admin']),
    event.may('event.edit') ? listOwnOrganizations(ctx, ['admin', 'organizer']) : [],
    mayEdit ? listOtherOrganizations(event.id) : [],
  ])
  const { timeZone } = event
  return data({
    mayEdit,
    timeZone,
    hosts,
    requests,
    own: own.map(({ id }) => id),
    words: writing.map(({ id }) => id),
    others,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'hosts.edit')
  // Three small forms share this address; each is known by a field of its own.
  const posted = await postedFields(request)
  const done = () => redirect(`/organize/events/${event.slug}/hosts`, 303)
  if (posted.has('organization')) {
    const form = readFields(posted, hostSchema)
    if (!form.ok) return refuse(form)
    await askHost(ctx, { eventId: event.id, organizationId: form.data.organization })
    return done()
  }
  if (posted.has('adminEmail')) {
    const form = readFields(posted, newHostSchema)
    if (!form.ok) return refuse(form)
    await hostNewOrganization(ctx, { eventId: event.id, ...form.data })
    return done()
  }
  const form = readFields(posted, arrangementSchema)
  if (!form.ok) return refuse(form)
  const { place } = form.data
  const inOrder = Object.entries(place).sort(([, a], [, b]) => a - b)
  await arrangeHosts(ctx, { eventId: event.id, order: inOrder.map(([id]) => id) })
  return done()
}

export default function Hosts() {
  const frame = useEventFrame()
  const { mayEdit, timeZone, hosts, requests, own, words, others } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['organize.hosts.title']()}>
      <p className="measure soft">{m['organize.hosts.lead']()}</p>
      <HostsList
        slug={frame.slug}
        hosts={hosts}
        own={own}
        words={words}
        mayEdit={mayEdit}
        refused={refused}
      />
      <p>
        <a href={`/organize/events/${frame.slug}/quotas`}>{m['organize.hosts.quotas']()}</a>
      </p>
      {requests.length > 0 && (
        <HostRequestsList slug={frame.slug} timeZone={timeZone} requests={requests} mayEdit={mayEdit} />
      )}
      {mayEdit && others.length > 0 && <AddHostForm others={others} />}
      {mayEdit && <NewHostForm refused={refused} />}
    </DeskPage>
  )
}
