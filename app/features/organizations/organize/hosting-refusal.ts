import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { declineHosting } from '../domain/decline-hosting.server.ts'
import { getOrganization } from '../domain/organizations.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await declineHosting(ctx, { organizationId: organization.id, requestId: params.hosting ?? '' })
  return redirect('/organize?answered=no-hosting', 303)
}
