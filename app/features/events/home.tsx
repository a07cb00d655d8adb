import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listInitiatives } from '#app/features/initiatives/domain/initiatives.server.ts'
import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { inProtocolOrder } from '#app/features/people/domain/people-at-table.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import type { PublicEvent } from './domain/events.server.ts'
import { type EventQuery, eventQueryAt, isAsked, readEventQuery } from './domain/listing/event-query.ts'
import { findEvents, listEventChoices, listFirstEvents } from './domain/listing/found-events.server.ts'
import { listCategories } from './domain/organized-events.server.ts'
import { FeaturedEvent } from './featured-event.tsx'
import { EventCards } from './home/event-cards.tsx'
import { EventSearch } from './home/event-search.tsx'
import { FoundList } from './home/found-list.tsx'
import { homeEvents } from './home-events.ts'
import { registrationOutlook } from './registration-outlook.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const query = readEventQuery(new URL(request.url).searchParams)
  const [shown, choices, initiatives] = await Promise.all([
    isAsked(query) ? foundView(query, now) : firstView(now),
    listEventChoices(),
    listInitiatives(),
  ])
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
    ...shown.events.map((event) => pageTag.event(event.id)),
    ...(shown.first?.featured ? [pageTag.seats(shown.first.featured.id)] : []),
    ...initiatives.map((one) => pageTag.initiative(one.id)),
  ]
  const { events, changesAt, ...view } = shown
  return cachedPage({ ...view, query, choices, initiatives, head }, { tags, changesAt }, now)
}

async function foundView(query: EventQuery, now: Date) {
  const found = await findEvents(query, now)
  const changesAt = found.rows.flatMap(momentsOf)
  return { first: null, found, events: found.rows, changesAt }
}

/** When the clock changes what is said of an event. */
function momentsOf({ startsAt, endsAt, registrationOpensAt: opensAt }: PublicEvent): Date[] {
  return opensAt ? [opensAt, startsAt, endsAt] : [startsAt, endsAt]
}

async function firstView(now: Date) {
  const { events, isMorePast } = await listFirstEvents(now)
  const { featured, upcoming, past } = homeEvents(events, now)
  const [agenda, categories] = featured
    ? await Promise.all([findPublishedAgenda(featured.id), listCategories(featured.id)])
    : [null, []]
  const outlook = featured && registrationOutlook(featured, categories, now)
  const people = inProtocolOrder(agenda?.agenda.people ?? [])
  const running = featured !== null && featured.startsAt <= now
  const moments = events.flatMap(momentsOf)
  const first = { featured, running, outlook, upcoming, past, people, isMorePast }
  return { first, found: null, events, changesAt: [...moments, ...(outlook?.changesAt ?? [])] }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function HomePage() {
  const { first, found, query, choices, initiatives } = useLoaderData<typeof loader>()
  const asked = isAsked(query)
  return (
    <PublicPage
      languages={{
        vi: `${publicPath.home('vi')}${eventQueryAt(query, query.page)}`,
        en: `${publicPath.home('en')}${eventQueryAt(query, query.page)}`,
      }}
      accent={first?.featured?.accent}
      footer={publicFooter()}
    >
      <div className="stack airy">
        <header className="home-head">
          <h1 className={asked ? 'title-l' : 'title-xl'}>{m['public.home.title']()}</h1>
          {!asked && <p className="lede">{m['public.home.lede']()}</p>}
          <EventSearch query={query} choices={choices} isAsked={asked} />
        </header>
        {found && <FoundList found={found} query={query} />}
        {first && <FirstEvents first={first} />}
        {!asked && initiatives.length > 0 && (
          <section className="chapter" aria-labelledby="initiatives">
            <h2 id="initiatives">{m['public.home.initiatives']()}</h2>
            <InitiativeList initiatives={initiatives} />
          </section>
        )}
      </div>
    </PublicPage>
  )
}

type First = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['first']>

/** What comes next, what follows, and what was last. */
function FirstEvents({ first }: { first: First }) {
  const { featured, running, outlook, upcoming, past, people, isMorePast } = first
  return (
    <>
      {featured ? (
        <FeaturedEvent event={featured} people={people} running={running} outlook={outlook} />
      ) : (
        <p className="soft">{m['public.home.no-upcoming']()}</p>
      )}
      {upcoming.length > 0 && (
        <section className="home-list" aria-labelledby="upcoming">
          <h2 id="upcoming">{m['public.home.upcoming']()}</h2>
          <EventCards events={upcoming} />
        </section>
      )}
      {past.length > 0 && (
        <section className="home-list" aria-labelledby="past">
          <h2 id="past">{m['public.home.past']()}</h2>
          <EventCards events={past} />
          {isMorePast && (
            <p>
              <a className="onward" href={`${publicPath.home(getLocale())}?when=past`}>
                {m['public.find.all-past']()}
              </a>
            </p>
          )}
        </section>
      )}
    </>
  )
}
