import type { PublishedPerson } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { isFromHost } from '#app/features/people/domain/people-at-table.ts'
import { ringDate } from '#app/public/event-date.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { EventKind, Locale } from '#app/shared/vocabulary.ts'
import { mostNamedSeats } from '#app/ui/ring/people-ring.tsx'

type AtTable = Parameters<typeof ringDate>[0] & {
  slug: string
  kind: EventKind
  hosts: Parameters<typeof isFromHost>[1]
}

const fewestSeats = 3

/** The ring at the head of a roundtable: none for two, for more than have room for their names, or around nothing. */
export function tableRing(event: AtTable, people: readonly PublishedPerson[], locale: Locale) {
  const centre = ringDate(event, locale)
  const isNamed = people.length >= fewestSeats && people.length <= mostNamedSeats
  if (event.kind !== 'roundtable' || !isNamed || !centre) return null
  const seats = people.map((person) => ({
    name: person.name,
    portraitId: person.portraitId ?? null,
    href: publicPath.speaker(locale, event.slug, person.slug),
    host: isFromHost(person, event.hosts),
  }))
  return { people: seats, centre }
}
