import { citiesToday } from '#app/features/cities/cities-view.server.ts'
import { listIndices } from '#app/features/indices/domain/indices.server.ts'
import { listListsOfInitiative } from '#app/features/lists/domain/public-list.server.ts'
import { listLaunchNotes } from '#app/features/notes/domain/launch-notes.server.ts'
import { supporterTeaser } from '#app/features/supporters/supporter-teaser.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublicInitiative } from './domain/initiatives.server.ts'
import { countRegistrationsFrom, listEventsFrom, listSessionsFrom } from './domain/lineage/lineage.server.ts'
import { findInitiativeParts } from './domain/parts/initiative-parts.server.ts'

export type InitiativeView = Awaited<ReturnType<typeof initiativeView>>

/** Everything that the page of an initiative shows; other features add what their section needs. */
export async function initiativeView(initiative: PublicInitiative, locale: Locale) {
  const [parts, notes, events, sessions, registrations, supporters, cities, indices, lists] =
    await Promise.all([
      findInitiativeParts(initiative.id),
      listLaunchNotes(initiative.id),
      listEventsFrom(initiative.id),
      listSessionsFrom(initiative.id),
      countRegistrationsFrom(initiative.id),
      supporterTeaser(initiative.id, locale),
      citiesToday(initiative),
      listIndices(initiative.id),
      listListsOfInitiative(initiative.id),
    ])
  return { initiative, ...parts, notes, events, sessions, registrations, supporters, cities, indices, lists }
}

/** Whatever changes the page: its own tag, and those of the events that it tells of. */
export function viewTags({ initiative, notes, events, sessions }: InitiativeView): string[] {
  const at = [
    ...(initiative.bornAt ? [initiative.bornAt.id] : []),
    ...notes.map((one) => one.event.id),
    ...events.map((one) => one.id),
    ...sessions.map((one) => one.event.id),
  ]
  return [
    pageTag.initiative(initiative.id),
    pageTag.home,
    ...at.map(pageTag.event),
    ...events.map((one) => pageTag.seats(one.id)),
  ]
}
