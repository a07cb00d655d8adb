import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { shortCity } from '#app/public/event-date.ts'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { VenueList } from '#app/public/venue-list.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDay, formatDays, zoneOffsets } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { choiceAddress, chosenSessions, readChoice } from './agenda-choice.ts'
import { AgendaDay } from './agenda-day.tsx'
import { agendaDays } from './agenda-days.ts'
import { AgendaFilter } from './agenda-filter.tsx'
import { getEventWithAgenda } from './domain/event-with-agenda.server.ts'
import { listRuns } from './domain/runs.server.ts'
import { agendaChangesAt, nowAndNext } from './now-and-next.ts'
import { NowNext } from './now-next.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const { event, agenda, version, venues } = await getEventWithAgenda(params.event ?? '')
  const query = new URL(request.url).searchParams
  const path = publicPath.agenda(locale, event.slug)
  const title = textIn(event.title, locale)
  const own = m['public.agenda.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${own}: ${title} · Bàn Tròn`,
    description: m['public.agenda.description']({ event: title }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    isEmbeddable: true,
    feeds: [
      {
        href: publicPath.agendaFeed(locale, event.slug),
        title: m['public.agenda.calendar']({}, { locale }),
        type: 'text/calendar',
      },
      {
        href: publicPath.changesAtom(locale, event.slug),
        title: m['publishing.changes.title']({}, { locale }),
        type: 'application/atom+xml',
      },
    ],
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: own, path },
      ]),
    ],
  })
  const chosen = readChoice(query)
  const runs = await listRuns(event.id)
  const moment = event.cancelledAt ? null : nowAndNext(agenda.sessions, now, runs)
  return cachedPage(
    { event, agenda, version, venues, chosen, moment, path, head },
    { tags: [pageTag.event(event.id)], changesAt: agendaChangesAt(agenda.sessions) },
    now,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function AgendaPage() {
  const { event, agenda, version, venues, chosen, moment, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const sessions = chosenSessions(agenda, chosen)
  const days = agendaDays(sessions, event.timeZone, locale)
  const place = clockPlace(textIn(event.venue?.city, locale), event.timeZone, locale)
  return (
    <PublicEventPage event={event} path={path} query={choiceAddress('', chosen)} current="agenda">
      <header className="agenda-head">
        <h1>{m['public.agenda.title']()}</h1>
        <p className="print-only">
          {[
            formatDays(event.startsAt, event.endsAt, event.timeZone, locale),
            textIn(event.venue?.name, locale),
            shortCity(event.venue?.city, locale),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {agenda.sessions.length > 0 && (
          <>
            <p className="soft">
              {heldTogether(
                m['public.agenda.abroad']({
                  place,
                  offset: zoneOffsets(event.startsAt, event.endsAt, event.timeZone),
                }),
              )}
            </p>
            {moment && (
              <div data-live={event.slug} data-live-src={publicPath.liveNow(locale, event.slug)}>
                <NowNext event={event} agenda={agenda} moment={moment} />
                <script src="/live.js" defer />
              </div>
            )}
            <AgendaFilter path={path} agenda={agenda} chosen={chosen} />
            {chosen.q && <p role="status">{m['public.agenda.found']({ count: sessions.length })}</p>}
            {days.length > 1 && (
              <nav className="agenda-days" aria-label={m['public.agenda.days']()}>
                {days.map((day) => (
                  <a key={day.id} href={`#${day.id}`} className="day-link">
                    {day.short}
                  </a>
                ))}
              </nav>
            )}
          </>
        )}
      </header>
      {days.map((day) => (
        <AgendaDay key={day.id} event={event} agenda={agenda} day={day} by={chosen.by} />
      ))}
      {days.length === 0 && (
        <EmptyState
          title={agenda.sessions.length === 0 ? m['public.agenda.empty']() : m['public.agenda.none-match']()}
        />
      )}
      {agenda.sessions.length > 0 && <VenueList event={event} venues={venues} />}
      {version && (
        <footer className="agenda-foot">
          <ButtonLink variant="quiet" href={publicPath.agendaFeed(locale, event.slug)}>
            {m['public.agenda.calendar']()}
          </ButtonLink>
          <ButtonLink variant="quiet" href={publicPath.agendaPdf(locale, event.slug)}>
            {m['public.agenda.pdf']()}
          </ButtonLink>
          <a className="onward" href={publicPath.changes(locale, event.slug)}>
            {m['publishing.changes.link']()}
          </a>
          <p className="faint">
            {m['public.agenda.version']({
              number: version.number,
              date: formatDay(version.publishedAt, event.timeZone, locale),
            })}
          </p>
        </footer>
      )}
    </PublicEventPage>
  )
}
