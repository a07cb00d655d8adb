import type { Params } from '@remix-run/react'
import { getOrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import type { Right } from '#app/shared/permissions/rights.ts'

/**
 * What an action at an event begins with: who asks, and the event, for those who have the right. Others are refused (404
 * or 403), and whoever is not signed in is led there. A page takes `eventFrame`, which also reads what the frame shows.
 */
export async function organizedEvent(request: Request, params: Params, right: Right) {
  const ctx = await organizerContext(request)
  return { ctx, event: await getOrganizedEvent(ctx, params.event ?? '', right) }
}
