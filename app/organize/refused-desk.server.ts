import type { Params } from '@remix-run/react'
import { findOrganizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import { eventFrame } from './event-frame.server.ts'
import { viewerOf } from './organizer-frame.server.ts'
import type { RefusedDesk } from './refused-desk.tsx'

/** The frame that a refused page of the desk keeps, for whoever is signed in; of the event only for those who see it. */
export async function refusedDesk(request: Request, params: Params): Promise<RefusedDesk | null> {
  if (!new URL(request.url).pathname.startsWith('/organize')) return null
  const ctx = await findOrganizerContext(request).catch(() => null)
  if (!ctx) return null
  const from = request.method === 'POST' ? request.headers.get('Referer') : null
  const back = from && URL.canParse(from) ? new URL(from).pathname : null
  try {
    const event = params.event ? (await eventFrame(ctx, params.event, 'event.read')).frame : null
    return { viewer: event?.viewer ?? (await viewerOf(ctx)), event, back }
  } catch (error) {
    if (!asRefusal(error)) throw error
    return { viewer: await viewerOf(ctx), event: null, back }
  }
}
