import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { getOrganization } from './domain/organizations.server.ts'
import { removeMember } from './domain/remove-member.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  const accountId = params.account ?? ''
  await removeMember(ctx, { organizationId: organization.id, accountId })
  const leftByThemselves = ctx.actor.kind === 'account' && ctx.actor.accountId === accountId
  return redirect(
    leftByThemselves ? '/organize' : `/organize/organizations/${organization.slug}/members`,
    303,
  )
}
