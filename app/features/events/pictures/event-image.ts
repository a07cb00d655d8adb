import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { inProtocolOrder, isFromHost } from '#app/features/people/domain/people-at-table.ts'
import { findCoverCut } from '#app/features/pictures/domain/cover.server.ts'
import { isLong, shortCity } from '#app/public/event-date.ts'
import { socialCover, socialImage } from '#app/public/social-image.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { formatDateTime, formatDays } from '#app/shared/time/format.ts'
import { eventTitleIn } from '../domain/event-title.ts'

/** The picture of an event for links elsewhere, in the language of its address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const city = textIn(event.venue?.city, locale)
  const place = [textIn(event.venue?.name, locale), city].filter(Boolean)
  const image = await socialImage({
    title: eventTitleIn(event, locale),
    dateLine: isLong(event)
      ? formatDays(event.startsAt, event.endsAt, event.timeZone, locale)
      : formatDateTime(
          event.startsAt,
          event.timeZone,
          locale,
          shortCity(event.venue?.city, locale) || undefined,
        ),
    placeLine: [...new Set(place)].join(', '),
    hosts: event.hosts.map((host) => textIn(host.name, locale)),
    people: inProtocolOrder(agenda.people).map((person) => ({
      name: person.name,
      host: isFromHost(person, event.hosts),
    })),
    accent: event.accent,
    cover: await findCoverCut(event.cover, socialCover),
  })
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Language': locale,
      ...cacheHeaders({ tags: [pageTag.event(event.id)] }),
    },
  })
}
