import type { EventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { listShownAnnouncements } from '#app/features/announcements/domain/announcements.server.ts'
import { listInitiativesAround } from '#app/features/initiatives/domain/initiatives.server.ts'
import { listHostLists } from '#app/features/lists/domain/public-list.server.ts'
import { inProtocolOrder } from '#app/features/people/domain/people-at-table.ts'
import { listGallery } from '#app/features/recap/domain/pictures.server.ts'
import { findPublishedRecap } from '#app/features/recap/domain/published-recap.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { listPartsOf } from './domain/events.server.ts'
import { findEditions } from './domain/listing/editions.server.ts'
import { listCategories } from './domain/organized-events.server.ts'
import { registrationOutlook } from './registration-outlook.ts'

export type EventView = Awaited<ReturnType<typeof eventView>>

/** Everything that the page of an event shows. */
export async function eventView(
  { event, agenda, venues, greeting = null }: EventWithAgenda & { greeting?: TranslatedText | null },
  now: Date,
) {
  const [categories, initiatives, parts, gallery, editions, recap, news, lists] = await Promise.all([
    listCategories(event.id),
    listInitiativesAround(event.id),
    listPartsOf(event.id),
    listGallery(event.id),
    findEditions(event),
    event.hasRecap ? findPublishedRecap(event.id) : null,
    listShownAnnouncements(event.id),
    listHostLists(event.id),
  ])
  const people = inProtocolOrder(agenda.people)
  const outlook = registrationOutlook(event, categories, now)
  return {
    event,
    greeting,
    agenda,
    venues,
    people,
    outlook,
    initiatives,
    parts,
    gallery,
    editions,
    news,
    lists,
    record: recap?.content ?? null,
  }
}
