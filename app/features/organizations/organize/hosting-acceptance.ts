import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { acceptHosting } from '../domain/accept-hosting.server.ts'
import { getOrganization } from '../domain/organizations.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await acceptHosting(ctx, { organizationId: organization.id, requestId: params.hosting ?? '' })
  return redirect('/organize?answered=hosting', 303)
}
