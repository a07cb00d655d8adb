import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { shortCity } from '#app/features/events/event-date.ts'
import { PublicEventPage } from '#app/features/events/public-event-page.tsx'
import { languageWord } from '#app/features/events/public-words.ts'
import { castOf } from '#app/features/people/domain/people-at-table.ts'
import { PeopleList } from '#app/features/people/people-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { cachedPage } from '#app/shared/http/cached-page.server.ts'
import { pageTag } from '#app/shared/http/page-changes.server.ts'
import { pageHead } from '#app/shared/http/page-head.server.ts'
import { headTags } from '#app/shared/http/page-head.ts'
import { publicPath } from '#app/shared/http/public-paths.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { SessionRing } from '#app/ui/ring/session-ring.tsx'
import { TimeRange } from '#app/ui/time-range.tsx'
import { Translated, TranslatedProse } from '#app/ui/translated.tsx'
import { getEventWithAgenda } from './domain/event-with-agenda.server.ts'
import { SessionPlace } from './session-row.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const at = agenda.sessions.findIndex((one) => one.slug === params.session)
  const session = agenda.sessions[at]
  if (!session) throw new Refusal('session-missing', 'missing')
  const talks = agenda.sessions.filter((one) => one.kind !== 'break' || one === session)
  const place = talks.indexOf(session)
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
  const around = { previous: talks[place - 1] ?? null, next: talks[place + 1] ?? null }
  return cachedPage({ event, agenda, session, around, path, head }, { tags: [pageTag.event(event.id)] })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function SessionPage() {
  const { event, agenda, session, around, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const cast = castOf(agenda, session.appearances).map(({ person, roles }) => ({ ...person, roles }))
  const city = shortCity(event.venue?.city, locale)
  return (
    <PublicEventPage event={event} path={path} current="agenda">
      <article className="stack loose">
        <header className="session-head">
          <div className="stack snug">
            <SessionPlace agenda={agenda} session={session} />
            <Translated value={session.title} as="h1" />
            <p className="session-moment">
              <TimeRange
                start={session.startsAt}
                end={session.endsAt}
                zone={event.timeZone}
                place={city || undefined}
              />
            </p>
            {session.languages.length > 0 && (
              <p className="small soft">
                {m['public.session.languages']()}: {session.languages.map(languageWord).join(', ')}
              </p>
            )}
            {(session.interpretation ?? []).length > 0 && (
              <p className="small soft">
                {m['public.session.interpretation']()}: {session.interpretation.map(languageWord).join(', ')}
              </p>
            )}
            {session.capacity !== null && session.capacity !== undefined && (
              <p className="small soft">
                {m['public.session.capacity']({ count: session.capacity })}
                {session.signUp && ` · ${m['public.session.sign-up']()}`}
              </p>
            )}
          </div>
          <SessionRing
            people={agenda.people}
            speaking={session.appearances.map((one) => one.personId)}
            size="min(11rem, 40vw)"
          />
        </header>
        <TranslatedProse value={session.abstract} className="prose session-abstract" />
        {cast.length > 0 && (
          <section className="stack snug" aria-labelledby="cast">
            <h2 id="cast">{m['public.session.people']()}</h2>
            <PeopleList eventSlug={event.slug} people={cast} />
          </section>
        )}
        <nav className="around" aria-label={m['public.agenda.title']()}>
          {(['previous', 'next'] as const).map((side) => {
            const other = around[side]
            return (
              other && (
                <a
                  key={side}
                  className={`around-link around-${side}`}
                  href={publicPath.session(locale, event.slug, other.slug)}
                >
                  <span className="faint">{m[`public.session.${side}`]()}</span>
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
