import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { resumeDomain } from '../domain/resume-domain.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { id: organizationId, slug } = await getOrganization(params.organization ?? '')
  const wasPaused = await resumeDomain(ctx, { organizationId, pausedId: params.domain ?? '' })
  const list = `/organize/organizations/${slug}/suppressions`
  return wasPaused ? redirect(list, 303) : nothingChanged(list)
}
