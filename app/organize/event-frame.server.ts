import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { getOrganizedEvent, listCategories } from '#app/features/events/domain/organized-events.server.ts'
import { countStuckMails } from '#app/features/events/domain/stuck-mails.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Right } from '#app/shared/permissions/rights.ts'
import type { EventPart } from './event-frame.tsx'
import { viewerOf } from './organizer-frame.server.ts'

const rightOf: Record<EventPart, Right> = {
  overview: 'event.read',
  agenda: 'agenda.edit',
  people: 'people.read',
  answers: 'agenda.edit',
  live: 'live.run',
  notes: 'notes.write',
  recap: 'recap.edit',
  registrations: 'registrations.read',
  categories: 'event.edit',
  settings: 'event.edit',
  hosts: 'event.read',
  outbox: 'outbox.read',
  activity: 'activity.read',
}

/**
 * What every page of an event begins with: the event, for those who have the right (404 or 403 for others), and what
 * its frame shows.
 */
export async function eventFrame(ctx: Context, slug: string, right: Right) {
  const event = await getOrganizedEvent(ctx, slug, right)
  const [categories, stuckMails, acts, viewer] = await Promise.all([
    listCategories(event.id),
    event.may('outbox.read') ? countStuckMails(ctx, event.id) : 0,
    event.may('event.edit') ? listOpenActs(ctx, { eventId: event.id }) : [],
    viewerOf(ctx),
  ])
  const frame = {
    slug: event.slug,
    title: event.title,
    accent: event.accent,
    published: event.publishedAt !== null,
    cancelled: event.cancelledAt !== null,
    pending: categories.reduce((sum, category) => sum + category.pending, 0),
    parts: (Object.keys(rightOf) as EventPart[]).filter((part) => event.may(rightOf[part])),
    stuckMails,
    acts,
    timeZone: event.timeZone,
    viewer,
  }
  return { event, categories, frame }
}

export type EventFrameView = Awaited<ReturnType<typeof eventFrame>>['frame']
