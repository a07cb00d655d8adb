import { isStale, missingIn } from '#app/shared/i18n/translated-text.ts'
import type { event, guestCategory, venue } from '#db/schema/index.ts'

type Event = typeof event.$inferSelect & { venue: typeof venue.$inferSelect | null }
type Category = typeof guestCategory.$inferSelect

export type Thing = {
  kind: 'publish' | 'stale' | 'missing' | 'window' | 'outside' | 'pending' | 'mail'
  count: number
}

/** What an organizer should look at next, most pressing first. */
export function nextThings(seen: {
  event: Event
  categories: Category[]
  stuckMails: number
  sessionsOutside: number
  now: Date
}): Thing[] {
  const { event, categories, stuckMails, sessionsOutside, now } = seen
  if (event.cancelledAt || event.endsAt < now) return []
  const texts = [
    event.title,
    event.theme,
    event.summary,
    event.description,
    event.notice,
    event.venue?.name,
    event.venue?.city,
  ]
  const all = [...texts, ...categories.flatMap(({ name, description }) => [name, description])]
  const things: Thing[] = [
    { kind: 'mail', count: stuckMails },
    { kind: 'pending', count: categories.reduce((sum, category) => sum + category.pending, 0) },
    { kind: 'outside', count: sessionsOutside },
    { kind: 'stale', count: all.filter((text) => isStale(text)).length },
    { kind: 'missing', count: all.filter((text) => missingIn(text) !== null).length },
    { kind: 'window', count: event.registrationOpensAt ? 0 : 1 },
    { kind: 'publish', count: event.publishedAt ? 0 : 1 },
  ]
  return things.filter(({ count }) => count > 0)
}
