import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod/mini'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { removeLogo } from '../domain/logos.server.ts'
import { logoGround } from '../logo.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { id: organizationId, slug, shortName } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const ground = z.safeParse(logoGround, params.ground)
  if (!ground.success) throw new Refusal('picture-missing', 'missing')
  await performAct(ctx, {
    act: { organizationId, verb: 'logo.removed', subjectName: shortName },
    answered: unasked,
    work: () => removeLogo(ctx, { organizationId, ground: ground.data }),
  })
  return redirect(`/organize/organizations/${slug}/logo`, 303)
}
