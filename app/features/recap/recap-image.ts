import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { inProtocolOrder, isFromHost } from '#app/features/people/domain/people-at-table.ts'
import { findCoverCut } from '#app/features/pictures/domain/cover.server.ts'
import { m } from '#app/paraglide/messages.js'
import { socialCover, socialImage } from '#app/public/social-image.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { findPublishedRecap } from './domain/published-recap.server.ts'
import { articleIn } from './domain/recap-language.ts'

/** The picture of a recap for links elsewhere: its headline, and the table it tells of. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const recap = await findPublishedRecap(event.id)
  const article = recap && articleIn(recap.content, locale)
  if (!article) throw new Refusal('recap-missing', 'missing')
  const image = await socialImage({
    title: article.words.title,
    dateLine: formatDays(event.startsAt, event.endsAt, event.timeZone, locale),
    placeLine: m['recap.description']({ event: textIn(event.title, locale) }, { locale }),
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
