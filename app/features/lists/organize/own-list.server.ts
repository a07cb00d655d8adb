import type { Params } from '@remix-run/react'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { getList } from '../domain/lists.server.ts'

/** Who asks, and the organization whose lists they are, for those who work in it. */
export async function ownOrganization(request: Request, params: Params) {
  const ctx = await deskContext(request)
  const organization = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', organization.id)
  return { ctx, organization, path: `/organize/organizations/${organization.slug}/lists` }
}

/** The same with the one list that the address names. */
export async function ownList(request: Request, params: Params) {
  const { ctx, organization, path: all } = await ownOrganization(request, params)
  const list = await getList(ctx, organization.id, params.list ?? '')
  return { ctx, organization, list, all, path: `${all}/${list.id}` }
}
