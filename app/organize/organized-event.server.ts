import type { Params } from '@remix-run/react'
import { getOrganizedEvent, listCategories } from '#app/features/events/domain/organized-events.server.ts'
import { findOrganizerContext, toSignIn } from '#app/shared/auth/organizer-context.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { oncePerRequest } from '#app/shared/http/request-store.server.ts'
import type { Right } from '#app/shared/permissions/rights.ts'

/** Who is signed in, for the frame and for its page; null when nobody is. */
export function findDeskContext(request: Request): Promise<Context | null> {
  return oncePerRequest('organizer', () => findOrganizerContext(request))
}

/** Who is signed in; anybody else is led to the sign-in page. */
export async function deskContext(request: Request): Promise<Context> {
  const ctx = await findDeskContext(request)
  if (ctx) return ctx
  throw toSignIn(request)
}

/** The event for whoever has any part in it: every role may see it. */
export function seenEvent(ctx: Context, slug: string) {
  return oncePerRequest(`event ${slug}`, () => getOrganizedEvent(ctx, slug, 'event.read'))
}

/** The guest categories of an event with their counters: the frame counts who waits in them. */
export function categoriesOf({ id }: { id: string }) {
  return oncePerRequest(`categories ${id}`, () => listCategories(id))
}

/**
 * What a page or an action at an event begins with: who asks, and the event, for those who have the right. Others are
 * refused (404 or 403), and whoever is not signed in is led there.
 */
export async function organizedEvent(request: Request, params: Params, right: Right) {
  const ctx = await deskContext(request)
  const event = await seenEvent(ctx, params.event ?? '')
  if (!event.may(right)) throw new Refusal('right-missing', 'rights', { right })
  return { ctx, event }
}
