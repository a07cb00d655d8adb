import type { PublishedPerson } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { isFromHost } from '#app/features/people/domain/people-at-table.ts'
import { ringDate } from '#app/public/event-date.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { EventKind, Locale } from '#app/shared/vocabulary.ts'

type AtTable = Parameters<typeof ringDate>[0] & {
  slug: string
  kind: EventKind
  hosts: Parameters<typeof isFromHost>[1]
}

const fewestSeats = 3

/** The ring at the head of an event, where people sit at one table: none for a festival, for two, or around nothing. */
export function tableRing(event: AtTable, people: readonly PublishedPerson[], locale: Locale) {
  const centre = ringDate(event, locale)
  if (event.kind === 'festival' || people.length < fewestSeats || !centre) return null
  const seats = people.map((person) => ({
    name: person.name,
    href: publicPath.speaker(locale, event.slug, person.slug),
    host: isFromHost(person, event.hosts),
  }))
  return { people: seats, centre }
}
