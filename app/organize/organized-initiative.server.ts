import type { Params } from '@remix-run/react'
import { getOrganizedInitiative } from '#app/features/initiatives/domain/editing/organized-initiatives.server.ts'
import type { Right } from '#app/shared/permissions/rights.ts'
import { deskContext } from './organized-event.server.ts'

/**
 * What a page or an action at an initiative begins with: who asks, and the initiative, for members of the bodies that
 * carry it. Others are refused (404 or 403), and whoever is not signed in is led there.
 */
export async function organizedInitiative(
  request: Request,
  params: Params,
  right: Right = 'initiative.edit',
) {
  const ctx = await deskContext(request)
  const initiative = await getOrganizedInitiative(ctx, params.initiative ?? '', right)
  return { ctx, initiative, path: `/organize/initiatives/${initiative.slug}` }
}
