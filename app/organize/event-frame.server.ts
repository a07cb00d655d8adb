import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import type { OrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { countStuckMails } from '#app/features/events/domain/waiting/stuck-mails.server.ts'
import { countWaiting, type Waiting } from '#app/features/events/domain/waiting/waiting-counts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import { oncePerRequest } from '#app/shared/http/request-store.server.ts'
import { type EventPart, eventParts } from './event-parts.ts'
import { categoriesOf, findDeskContext, seenEvent } from './organized-event.server.ts'
import { viewerOf } from './organizer-frame.server.ts'

/** What the frame around every page of an event shows. */
export function eventFrame(ctx: Context, event: OrganizedEvent) {
  return oncePerRequest(`frame ${event.id}`, () => getFrame(ctx, event))
}

async function getFrame(ctx: Context, event: OrganizedEvent) {
  const [categories, stuckMails, acts, waiting] = await Promise.all([
    categoriesOf(event),
    event.may('outbox.read') ? countStuckMails(ctx, event.id) : 0,
    event.may('event.edit') ? listOpenActs(ctx, { eventId: event.id }) : [],
    countWaiting(event.id, awaited(event, ctx.now)),
  ])
  const waitingAt: Partial<Record<EventPart, number>> = {
    ...waiting,
    registrations: categories.reduce((sum, category) => sum + category.pending, 0),
    outbox: stuckMails,
  }
  return {
    slug: event.slug,
    title: event.title,
    accent: event.accent,
    published: event.publishedAt !== null,
    cancelled: event.cancelledAt !== null,
    parts: eventParts
      .filter(({ part, right }) => event.may(right) && (part !== 'films' || event.kind !== 'roundtable'))
      .map(({ part }) => part),
    waiting: waitingAt,
    stuckMails,
    acts,
    timeZone: event.timeZone,
  }
}

/** What waits for this reader in particular: nobody is told a number they can do nothing about. */
function awaited({ may, endsAt }: OrganizedEvent, now: Date): Waiting[] {
  return [
    ...(may('agenda.edit') ? (['answers'] as const) : []),
    ...(may('live.run') && now < endsAt ? (['floor'] as const) : []),
    ...(may('outbox.send') ? (['announcements'] as const) : []),
    ...(may('notes.approve') ? (['notes'] as const) : []),
    ...(may('notes.write') ? (['actions'] as const) : []),
  ]
}

export type EventFrameView = Awaited<ReturnType<typeof getFrame>>

/**
 * What stands around a page of the desk: who is signed in, and the event, each only for whoever may know of it. It refuses
 * nobody: that is for the page.
 */
export async function deskView(request: Request, slug: string | undefined) {
  const ctx = await findDeskContext(request)
  if (!ctx) return { viewer: null, event: null }
  const [viewer, event] = await Promise.all([viewerOf(ctx), slug === undefined ? null : framed(ctx, slug)])
  return { viewer, event }
}

async function framed(ctx: Context, slug: string): Promise<EventFrameView | null> {
  try {
    return await eventFrame(ctx, await seenEvent(ctx, slug))
  } catch (error) {
    if (asRefusal(error)?.kind === 'missing') return null
    throw error
  }
}

export type DeskView = Awaited<ReturnType<typeof deskView>>
