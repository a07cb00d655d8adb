import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { getOrganizedEvent, listCategories } from '#app/features/events/domain/organized-events.server.ts'
import { countStuckMails } from '#app/features/events/domain/waiting/stuck-mails.server.ts'
import { countWaiting, type Waiting } from '#app/features/events/domain/waiting/waiting-counts.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Right } from '#app/shared/permissions/rights.ts'
import { type EventPart, eventParts } from './event-parts.ts'
import { viewerOf } from './organizer-frame.server.ts'

/**
 * What every page of an event begins with: the event, for those who have the right (404 or 403 for others), and what
 * its frame shows.
 */
export async function eventFrame(ctx: Context, slug: string, right: Right) {
  const event = await getOrganizedEvent(ctx, slug, right)
  const [categories, stuckMails, acts, waiting, viewer] = await Promise.all([
    listCategories(event.id),
    event.may('outbox.read') ? countStuckMails(ctx, event.id) : 0,
    event.may('event.edit') ? listOpenActs(ctx, { eventId: event.id }) : [],
    countWaiting(event.id, awaited(event, ctx.now)),
    viewerOf(ctx),
  ])
  const waitingAt: Partial<Record<EventPart, number>> = {
    ...waiting,
    registrations: categories.reduce((sum, category) => sum + category.pending, 0),
    outbox: stuckMails,
  }
  const frame = {
    slug: event.slug,
    title: event.title,
    accent: event.accent,
    published: event.publishedAt !== null,
    cancelled: event.cancelledAt !== null,
    parts: eventParts.filter(({ right }) => event.may(right)).map(({ part }) => part),
    waiting: waitingAt,
    stuckMails,
    acts,
    timeZone: event.timeZone,
    viewer,
  }
  return { event, categories, frame }
}

type Organized = Awaited<ReturnType<typeof getOrganizedEvent>>

/** What waits for this reader in particular: nobody is told a number they can do nothing about. */
function awaited({ may, endsAt }: Organized, now: Date): Waiting[] {
  return [
    ...(may('agenda.edit') ? (['answers'] as const) : []),
    ...(may('live.run') && now < endsAt ? (['floor'] as const) : []),
    ...(may('notes.approve') ? (['notes'] as const) : []),
    ...(may('notes.write') ? (['actions'] as const) : []),
  ]
}

export type EventFrameView = Awaited<ReturnType<typeof eventFrame>>['frame']
