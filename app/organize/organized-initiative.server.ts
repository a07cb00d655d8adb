import type { Params } from '@remix-run/react'
import { eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Right } from '#app/shared/permissions/rights.ts'
import { initiative } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
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
  const [found] = await database()
    .select()
    .from(initiative)
    .where(eq(initiative.slug, params.initiative ?? ''))
  if (!found || found.removedAt) throw new Refusal('initiative-missing', 'missing')
  await requireInitiativeRight(ctx, right, found.id)
  return { ctx, initiative: found, path: `/organize/initiatives/${found.slug}` }
}
