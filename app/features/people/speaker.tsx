import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { SessionPlace } from '#app/features/agenda/session-row.tsx'
import { breadcrumbs, personStructured } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { roleWord } from '#app/public/code-labels.ts'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Portrait } from '#app/ui/portrait.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { partsOf } from './domain/people-at-table.ts'
import { portraitCredit } from './domain/portraits/portraits.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const person = agenda.people.find((one) => one.slug === params.person)
  if (!person) throw new Refusal('person-missing', 'missing')
  const path = publicPath.speaker(locale, event.slug, person.slug)
  const title = textIn(event.title, locale)
  const about = [textIn(person.position, locale), textIn(person.affiliation, locale)]
    .filter(Boolean)
    .join(', ')
  const head = pageHead({
    locale,
    path,
    title: `${person.name} · ${title}`,
    description:
      textIn(person.biography, locale) ||
      about ||
      m['public.speakers.description']({ event: title }, { locale }),
    type: 'profile',
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      personStructured(event, person, locale),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: m['public.speakers.title']({}, { locale }), path: publicPath.speakers(locale, event.slug) },
        { name: person.name, path },
      ]),
    ],
  })
  const credit = await portraitCredit(person.portraitId ?? null)
  return cachedPage({ event, agenda, person, credit, path, head }, { tags: [pageTag.event(event.id)] })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function SpeakerPage() {
  const { event, agenda, person, credit, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <PublicEventPage event={event} path={path} current="speakers">
      <article className="stack loose">
        <header className="speaker-head">
          <Portrait
            name={person.name}
            portraitId={person.portraitId ?? null}
            size="clamp(5rem, 22vw, 8rem)"
            first
          />
          <div className="stack tight">
            <Translated value={person.honorific} as="p" className="label" />
            <h1>
              <PersonName name={person.name} />
            </h1>
            <Translated value={person.position} as="p" className="lede" />
            <Translated value={person.affiliation} as="p" className="soft" />
            {person.pronunciation && (
              <p className="faint">
                {m['public.speaker.pronounced']()}: {person.pronunciation}
              </p>
            )}
            {credit && <p className="faint small">{m['shared.portrait.credit']({ credit })}</p>}
          </div>
        </header>
        <TranslatedProse value={person.biography} className="prose" />
        <section className="stack snug" aria-labelledby="parts">
          <h2 id="parts">{m['public.speaker.sessions']()}</h2>
          <ol className="programme">
            {partsOf(agenda, person.id).map(({ session, roles }) => (
              <li key={session.id}>
                <p className="when">
                  <span className="when-day">
                    {formatDay(new Date(session.startsAt), event.timeZone, locale)}
                  </span>
                  <TimeRange start={session.startsAt} end={session.endsAt} zone={event.timeZone} timesOnly />
                </p>
                <div className="what">
                  <h3>
                    <a href={publicPath.session(locale, event.slug, session.slug)}>
                      <Translated value={session.title} />
                    </a>
                  </h3>
                  <SessionPlace agenda={agenda} session={session} />
                  <p className="label">{roles.map(roleWord).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      </article>
    </PublicEventPage>
  )
}
