import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { oncePerRequest } from '#app/shared/http/request-store.server.ts'
import { memberRoles } from '#app/shared/vocabulary.ts'

/** Who is signed in, as the head of every organizer's page shows it. */
export function viewerOf(ctx: Context) {
  return oncePerRequest('viewer', () => getViewer(ctx))
}

async function getViewer(ctx: Context) {
  const { actor, locale } = ctx
  const organizations = await listOwnOrganizations(ctx, [...memberRoles])
  return {
    name: actor.kind === 'account' ? actor.name : '',
    email: actor.kind === 'account' ? actor.email : '',
    locale,
    organizations: organizations.map(({ slug, name, role }) => ({ slug, name, role })),
  }
}

export type Viewer = Awaited<ReturnType<typeof getViewer>>
