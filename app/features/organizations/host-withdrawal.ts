import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { getOrganization } from './domain/organizations.server.ts'
import { withdrawHost } from './domain/withdraw-host.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'hosts.edit')
  const organization = await getOrganization(params.organization ?? '')
  await withdrawHost(ctx, { eventId: event.id, organizationId: organization.id })
  // Somebody of no other host has nothing to see there any more.
  return redirect('/organize', 303)
}
