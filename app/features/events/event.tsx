import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { AgendaTeaser } from '#app/features/agenda/agenda-teaser.tsx'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { listInitiativesBornAt } from '#app/features/initiatives/domain/initiatives.server.ts'
import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { inProtocolOrder } from '#app/features/people/domain/people-at-table.ts'
import { PeopleList } from '#app/features/people/people-list.tsx'
import { findPublishedRecap } from '#app/features/recap/domain/published-recap.server.ts'
import { RecapTeaser } from '#app/features/recap/recap-teaser.tsx'
import { m } from '#app/paraglide/messages.js'
import { cachedPage } from '#app/shared/http/cached-page.server.ts'
import { pageTag } from '#app/shared/http/page-changes.server.ts'
import { pageHead } from '#app/shared/http/page-head.server.ts'
import { headTags } from '#app/shared/http/page-head.ts'
import { publicPath } from '#app/shared/http/public-paths.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { TranslatedProse } from '#app/ui/translated.tsx'
import type { RecapContent } from '#db/schema/recap-content.ts'
import { listPartsOf } from './domain/events.server.ts'
import { listCategories } from './domain/organized-events.server.ts'
import { breadcrumbs, eventStructured } from './domain/structured-data.server.ts'
import { EventAttend, EventAttendBar } from './event-attend.tsx'
import { EventLead } from './event-lead.tsx'
import { EventList } from './event-list.tsx'
import { EventPlace } from './event-place.tsx'
import { HostList } from './host-list.tsx'
import { PublicEventPage } from './public-event-page.tsx'
import { registrationOutlook } from './registration-outlook.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const [categories, initiatives, parts, recap] = await Promise.all([
    listCategories(event.id),
    listInitiativesBornAt(event.id),
    listPartsOf(event.id),
    event.hasRecap ? findPublishedRecap(event.id) : null,
  ])
  const people = inProtocolOrder(agenda.people)
  const outlook = registrationOutlook(event, categories, now)
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
  return cachedPage(
    { event, agenda, people, outlook, initiatives, parts, record: recap?.content ?? null, path, head },
    {
      tags: [
        ...tags,
        ...related.map(pageTag.event),
        ...initiatives.map((initiative) => pageTag.initiative(initiative.id)),
      ],
      turns: outlook.turns,
    },
    now,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function EventPage() {
  const loaded = useLoaderData<typeof loader>()
  const { event, agenda, people, outlook, initiatives, parts, path } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const record = loaded.record as unknown as RecapContent | null
  return (
    <PublicEventPage event={event} path={path} current="event" titled={false}>
      <div className="stack airy">
        <EventLead event={event} people={people} outlook={outlook} />
        {record && <RecapTeaser event={event} content={record} />}
        <section className="chapter" aria-labelledby="about">
          <h2 id="about">{m['public.about.title']()}</h2>
          <TranslatedProse value={event.summary} className="lede measure" />
          <TranslatedProse value={event.description} className="prose event-story" />
        </section>
        <EventPlace event={event} />
        <EventAttend event={event} outlook={outlook} />
        {agenda.sessions.length > 0 && <AgendaTeaser event={event} agenda={agenda} />}
        {parts.length > 0 && (
          <section className="chapter" aria-labelledby="parts">
            <h2 id="parts">{m['public.event.parts']()}</h2>
            <EventList events={parts} />
          </section>
        )}
        {people.length > 0 && (
          <section className="chapter" aria-labelledby="people">
            <h2 id="people">{m['public.event.speakers']()}</h2>
            <PeopleList eventSlug={event.slug} people={people} />
          </section>
        )}
        <section className="chapter" aria-labelledby="hosts">
          <h2 id="hosts">{event.hosts.length > 1 ? m['public.event.hosts']() : m['public.event.host']()}</h2>
          <HostList hosts={event.hosts} />
        </section>
        {initiatives.length > 0 && (
          <section className="chapter" aria-labelledby="initiatives">
            <h2 id="initiatives">{m['public.event.initiatives']()}</h2>
            <InitiativeList initiatives={initiatives} />
          </section>
        )}
      </div>
      <EventAttendBar event={event} outlook={outlook} />
    </PublicEventPage>
  )
}
