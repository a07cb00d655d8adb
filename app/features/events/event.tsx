import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import {
  type EventWithAgenda,
  getEventWithAgenda,
} from '#app/features/agenda/domain/event-with-agenda.server.ts'
import type { RecapContent } from '#app/features/recap/domain/recap-content.ts'
import { m } from '#app/paraglide/messages.js'
import { eventItem } from '#app/public/calendar-item.server.ts'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute, pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { breadcrumbs, eventStructured } from './domain/structured-data.server.ts'
import { EventStory } from './event-story.tsx'
import { eventView } from './event-view.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const found = await getEventWithAgenda(params.event ?? '')
  const view = await eventView(asHostSays(found, new URL(request.url).searchParams.get('host')), now)
  const { event, agenda, people, outlook, initiatives, parts } = view
  const path = publicPath.event(locale, event.slug)
  const title = textIn(event.title, locale)
  const head = pageHead({
    locale,
    path,
    title: `${title} · Bàn Tròn`,
    description: textIn(event.summary, locale) || textIn(event.theme, locale),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    isEmbeddable: true,
    feeds: [
      {
        href: publicPath.agendaFeed(locale, event.slug),
        title: m['public.agenda.calendar']({}, { locale }),
        type: 'text/calendar',
      },
    ],
    structured: [
      eventStructured(event, people, locale),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path },
      ]),
    ],
  })
  const tags = [pageTag.event(event.id), pageTag.seats(event.id), pageTag.home]
  const related = [...parts.map((part) => part.id), ...(event.parent ? [event.parent.id] : [])]
  const item = eventItem(event, locale, now)
  const feed = absolute(publicPath.agendaFeed(locale, event.slug))
  const calendar = item && { item, ...((agenda.sessions.length > 0 || parts.length > 0) && { feed }) }
  return cachedPage(
    { ...view, calendar, share: absolute(path), path, head },
    {
      tags: [
        ...tags,
        ...related.map(pageTag.event),
        ...[...initiatives.launched, ...initiatives.behind].map((initiative) =>
          pageTag.initiative(initiative.id),
        ),
      ],
      changesAt: outlook.changesAt,
    },
    now,
  )
}

/** By the link of one of its hosts, an event is called as that host calls it; any other value changes nothing. */
function asHostSays(
  found: EventWithAgenda,
  slug: string | null,
): EventWithAgenda & { greeting: TranslatedText | null } {
  const host = found.event.hosts.find((one) => one.slug === slug)
  if (!host) return { ...found, greeting: null }
  const title = textIn(host.title, 'vi') ? host.title : found.event.title
  return { ...found, event: { ...found.event, title }, greeting: host.greeting }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function EventPage() {
  const loaded = useLoaderData<typeof loader>()
  // Remix cannot tell the type of a tree of any depth.
  const { record } = useLoaderData() as { record: RecapContent | null }
  return (
    <PublicEventPage event={loaded.event} path={loaded.path} current="event" titled={false}>
      <EventStory {...loaded} record={record} />
      <script src="/share.js" defer />
    </PublicEventPage>
  )
}
