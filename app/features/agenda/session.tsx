import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import {
  listInitiativesBehindSession,
  type PublicInitiative,
} from '#app/features/initiatives/domain/initiatives.server.ts'
import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { listShifts } from '#app/features/interpretation/domain/interpretation-plan.server.ts'
import { wayWord } from '#app/features/interpretation/way-word.ts'
import { castOf } from '#app/features/people/domain/people-at-table.ts'
import { PeopleList } from '#app/features/people/people-list.tsx'
import { findDroppedSession } from '#app/features/publishing/domain/versions.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AddToCalendar } from '#app/public/add-to-calendar.tsx'
import { sessionItem } from '#app/public/calendar-item.server.ts'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import type { CalendarItem } from '#app/shared/pages/calendar-links.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { SessionRing } from '#app/ui/ring/session-ring.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'
import { type EventWithAgenda, getEventWithAgenda } from './domain/event-with-agenda.server.ts'
import { type SessionWhere, sessionWhere } from './domain/session-where.ts'
import { DroppedSession } from './dropped-session.tsx'
import { SessionFilms, SessionLanguages } from './session-facts.tsx'
import { SessionPlace } from './session-row.tsx'
import { type SessionsAround, sessionsAround } from './sessions-around.ts'

type PublishedPage = {
  event: EventWithAgenda['event']
  agenda: PublishedAgenda
  session: PublishedSession
  around: SessionsAround
  behind: PublicInitiative[]
  calendar: CalendarItem | null
  where: SessionWhere
  path: string
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const { event, agenda, venues } = await getEventWithAgenda(params.event ?? '')
  const session = agenda.sessions.find((one) => one.slug === params.session)
  if (!session) return gonePage(event, locale, params.session ?? '')
  const path = publicPath.session(locale, event.slug, session.slug)
  const title = textIn(session.title, locale)
  const head = pageHead({
    locale,
    path,
    title: `${title} · ${textIn(event.title, locale)}`,
    description: textIn(session.abstract, locale) || textIn(event.theme, locale) || title,
    type: 'article',
    image: { path: publicPath.socialImage(locale, event.slug), alt: textIn(event.title, locale) },
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: textIn(event.title, locale), path: publicPath.event(locale, event.slug) },
        { name: m['public.agenda.title']({}, { locale }), path: publicPath.agenda(locale, event.slug) },
        { name: title, path },
      ]),
    ],
  })
  const around = sessionsAround(agenda.sessions, session)
  const [behind, shifts] = await Promise.all([
    listInitiativesBehindSession(session.id),
    listShifts(session.id),
  ])
  const room = agenda.rooms.find(({ id }) => id === session.roomId)
  const calendar = sessionItem(event, session, room, locale, now)
  const where = sessionWhere(event, room, venues, locale)
  return cachedPage(
    {
      event,
      agenda,
      session,
      around,
      behind,
      ways: [...new Set(shifts.map(({ way }) => way))],
      calendar,
      where,
      path,
      head,
    },
    {
      tags: [pageTag.event(event.id), ...behind.map(({ id }) => pageTag.initiative(id))],
      changesAt: [new Date(session.endsAt)],
    },
    now,
  )
}

/** A link from a mail or a poster outlives its session: the page says what became of it. */
async function gonePage(event: EventWithAgenda['event'], locale: Locale, slug: string) {
  const gone = await findDroppedSession(event.id, slug)
  if (!gone) throw new Refusal('session-missing', 'missing')
  const path = publicPath.session(locale, event.slug, slug)
  const title = `${textIn(gone.title, locale)} · ${textIn(event.title, locale)}`
  const description = m['public.session.gone']({}, { locale })
  const head = pageHead({ locale, path, title, description, type: 'article' })
  return data({ event, gone, path, head }, { status: 410 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function SessionPage() {
  const page = useLoaderData<typeof loader>()
  if ('gone' in page) return <DroppedSession event={page.event} gone={page.gone} path={page.path} />
  return <PublishedSessionPage {...page} />
}

const sideLabels = { previous: m['public.session.previous'], next: m['public.session.next'] }

function PublishedSessionPage(page: PublishedPage) {
  const { event, agenda, session, around, behind, calendar, where, path } = page
  const locale = getLocale()
  const cast = castOf(agenda, session.appearances).map(({ person, roles }) => ({ ...person, roles }))
  const place = clockPlace(textIn(event.venue?.city, locale), event.timeZone, locale)
  return (
    <PublicEventPage event={event} path={path} current="agenda">
      <article className="stack loose">
        <header className="session-head">
          <div className="stack snug">
            <SessionPlace agenda={agenda} session={session} />
            <Translated value={session.title} as="h1" />
            <p className="session-moment">
              <TimeRange start={session.startsAt} end={session.endsAt} zone={event.timeZone} place={place} />
            </p>
            <SessionAddress event={event} where={where} />
            <SessionLanguages session={session} />
            {session.capacity !== null && session.capacity !== undefined && (
              <p className="small soft">
                {m['public.session.capacity']({ count: session.capacity })}
                {session.signUp && ` · ${m['public.session.sign-up']()}`}
              </p>
            )}
            {calendar && (
              <AddToCalendar
                item={calendar}
                file={publicPath.sessionFile(locale, event.slug, session.slug)}
              />
            )}
          </div>
          <SessionRing
            people={agenda.people}
            speaking={session.appearances.map((one) => one.personId)}
            size="min(11rem, 40vw)"
          />
        </header>
        <TranslatedProse value={session.abstract} className="prose session-abstract" />
        <SessionFilms eventSlug={event.slug} films={session.films ?? []} />
        {cast.length > 0 && (
          <section className="stack snug" aria-labelledby="cast">
            <h2 id="cast">{m['public.session.people']()}</h2>
            <PeopleList eventSlug={event.slug} people={cast} />
          </section>
        )}
        {behind.length > 0 && (
          <section className="stack snug" aria-labelledby="behind">
            <h2 id="behind">{m['public.session.behind']()}</h2>
            <InitiativeList initiatives={behind} />
          </section>
        )}
        <SessionsTogether event={event} agenda={agenda} sessions={around.together} />
        <nav className="around" aria-label={m['public.session.around']()}>
          {(['previous', 'next'] as const).map((side) => {
            const other = around[side]
            return (
              other && (
                <a
                  key={side}
                  className={`around-link around-${side}`}
                  href={publicPath.session(locale, event.slug, other.slug)}
                >
                  <span className="faint">{sideLabels[side]()}</span>
                  <Translated value={other.title} className="title-s" />
                </a>
              )
            )
          })}
        </nav>
      </article>
    </PublicEventPage>
  )
}

function SessionAddress({ event, where: { address, venue } }: Pick<PublishedPage, 'event' | 'where'>) {
  if (!address) return null
  const page = venue && publicPath.venue(getLocale(), event.slug, venue)
  return <p className="small">{page ? <a href={page}>{address}</a> : address}</p>
}

type TogetherProps = Pick<PublishedPage, 'event' | 'agenda'> & { sessions: PublishedSession[] }

/** What else runs at the same time. */
function SessionsTogether({ event, agenda, sessions }: TogetherProps) {
  if (sessions.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="together">
      <h2 id="together">{m['public.session.together']()}</h2>
      <ul className="stack snug">
        {sessions.map((other) => (
          <li key={other.id}>
            <a href={publicPath.session(getLocale(), event.slug, other.slug)}>
              <Translated value={other.title} />
            </a>
            <SessionPlace agenda={agenda} session={other} />
          </li>
        ))}
      </ul>
    </section>
  )
}
