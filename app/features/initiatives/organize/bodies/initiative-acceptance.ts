import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { acceptInitiative } from '../../domain/bodies/answer-request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { id: organizationId } = await getOrganization(params.organization ?? '')
  await acceptInitiative(ctx, { organizationId, requestId: params.offer ?? '' })
  return redirect('/organize/initiatives', 303)
}
