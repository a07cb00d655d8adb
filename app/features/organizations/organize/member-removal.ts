import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { getOrganization, listMembers } from '../domain/organizations.server.ts'
import { removeMember } from '../domain/remove-member.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  const accountId = params.account ?? ''
  await requireOrganizationRight(ctx, 'members.edit', organization.id)
  const removed = (await listMembers(organization.id)).find((one) => one.accountId === accountId)
  await performAct(ctx, {
    act: {
      organizationId: organization.id,
      verb: 'member.removed',
      ...(removed && { subjectName: removed.name }),
    },
    answered: unasked,
    work: () => removeMember(ctx, { organizationId: organization.id, accountId }),
  })
  const leftByThemselves = ctx.actor.kind === 'account' && ctx.actor.accountId === accountId
  return redirect(
    leftByThemselves ? '/organize' : `/organize/organizations/${organization.slug}/members`,
    303,
  )
}
