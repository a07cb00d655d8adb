import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listInitiatives } from '#app/features/initiatives/domain/initiatives.server.ts'
import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { inProtocolOrder } from '#app/features/people/domain/people-at-table.ts'
import { m } from '#app/paraglide/messages.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { listPublicEvents } from './domain/events.server.ts'
import { EventList } from './event-list.tsx'
import { FeaturedEvent } from './featured-event.tsx'
import { homeEvents } from './home-events.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const [events, initiatives] = await Promise.all([listPublicEvents(), listInitiatives()])
  const { featured, upcoming, past } = homeEvents(events, now)
  const agenda = featured ? await findPublishedAgenda(featured.id) : null
  const people = inProtocolOrder(agenda?.agenda.people ?? [])
  const head = pageHead({
    locale,
    path: publicPath.home(locale),
    title: `Bàn Tròn · ${m['public.home.title']({}, { locale })}`,
    description: m['public.home.description']({}, { locale }),
    feeds: [
      {
        href: publicPath.eventsAtom(locale),
        title: m['public.feed.atom']({}, { locale }),
        type: 'application/atom+xml',
      },
      {
        href: publicPath.eventsFeed(locale),
        title: m['public.feed.events-name']({}, { locale }),
        type: 'text/calendar',
      },
    ],
  })
  const tags = [
    pageTag.home,
    ...events.map((event) => pageTag.event(event.id)),
    ...initiatives.map((one) => pageTag.initiative(one.id)),
  ]
  const changesAt = events.flatMap((event) => [event.startsAt, event.endsAt])
  const running = featured !== null && featured.startsAt <= now
  return cachedPage(
    { featured, running, upcoming, past, people, initiatives, head },
    { tags, changesAt },
    now,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function HomePage() {
  const { featured, running, upcoming, past, people, initiatives } = useLoaderData<typeof loader>()
  return (
    <PublicPage
      languages={{ vi: publicPath.home('vi'), en: publicPath.home('en') }}
      accent={featured?.accent}
      footer={publicFooter()}
    >
      <div className="stack airy">
        <header className="home-head">
          <h1 className="title-xl">{m['public.home.title']()}</h1>
          <p className="lede">{m['public.home.lede']()}</p>
        </header>
        {featured ? (
          <FeaturedEvent event={featured} people={people} running={running} />
        ) : (
          <p className="soft">{m['public.home.no-upcoming']()}</p>
        )}
        {upcoming.length > 0 && (
          <section className="chapter" aria-labelledby="upcoming">
            <h2 id="upcoming">{m['public.home.upcoming']()}</h2>
            <EventList events={upcoming} />
          </section>
        )}
        {past.length > 0 && (
          <section className="chapter" aria-labelledby="past">
            <h2 id="past">{m['public.home.past']()}</h2>
            <EventList events={past} />
          </section>
        )}
        {initiatives.length > 0 && (
          <section className="chapter" aria-labelledby="initiatives">
            <h2 id="initiatives">{m['public.home.initiatives']()}</h2>
            <InitiativeList initiatives={initiatives} />
          </section>
        )}
      </div>
    </PublicPage>
  )
}
