import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { changeRole } from '../domain/change-role.server.ts'
import { getOrganization } from '../domain/organizations.server.ts'
import { roleSchema } from './members.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'members.edit', organization.id)
  const form = await readForm(request, roleSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  const { role } = form.data
  await changeRole(ctx, { organizationId: organization.id, accountId: params.account ?? '', role })
  return redirect(`/organize/organizations/${organization.slug}/members`, 303)
}
