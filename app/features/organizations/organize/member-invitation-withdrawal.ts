import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { getOrganization } from '../domain/organizations.server.ts'
import { withdrawMemberInvitation } from '../domain/withdraw-member-invitation.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await withdrawMemberInvitation(ctx, {
    organizationId: organization.id,
    invitationId: params.membership ?? '',
  })
  return redirect(`/organize/organizations/${organization.slug}/members`, 303)
}
