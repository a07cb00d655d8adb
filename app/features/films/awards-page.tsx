import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { awardGroups } from './domain/awards/award-groups.ts'
import {
  type Juror,
  type ListedAward,
  listAwards,
  listJurors,
  type Winner,
} from './domain/awards/awards.server.ts'
import { listSections } from './domain/sections/sections.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const [awards, jurors, sections] = await Promise.all([
    listAwards(event.id),
    listJurors(event.id),
    listSections(event.id),
  ])
  const path = publicPath.awards(locale, event.slug)
  const title = textIn(event.title, locale)
  const own = m['films.awards.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${own}: ${title} · Bàn Tròn`,
    description: m['films.awards.description']({ event: title }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: own, path },
      ]),
    ],
  })
  const groups = awardGroups({ awards, jurors, sections })
  return cachedPage({ event, groups, path, head }, { tags: [pageTag.event(event.id)] })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** The awards of an edition, section by section: who judged, what was given, and to whom. */
export default function AwardsPage() {
  const { event, groups, path } = useLoaderData<typeof loader>()
  return (
    <PublicEventPage event={event} path={path} current="awards">
      <div className="stack airy">
        <h1>{m['films.awards.title']()}</h1>
        {groups.length === 0 && <EmptyState title={m['films.awards.empty']()} />}
        {groups.map(({ key, section, jurors, awards }) => (
          <section key={key} className="stack loose" aria-labelledby={`awards-${key}`}>
            <h2 id={`awards-${key}`}>
              {section ? <SectionLink eventSlug={event.slug} section={section} /> : m['films.awards.other']()}
            </h2>
            <Jury jurors={jurors} />
            {awards.length > 0 && (
              <dl className="awards">
                {awards.map((award) => (
                  <OneAward key={award.id} eventSlug={event.slug} award={award} />
                ))}
              </dl>
            )}
          </section>
        ))}
      </div>
    </PublicEventPage>
  )
}

type SectionLinkProps = { eventSlug: string; section: { slug: string; name: TranslatedText } }

function SectionLink({ eventSlug, section }: SectionLinkProps) {
  return (
    <a className="quiet-link" href={publicPath.section(getLocale(), eventSlug, section.slug)}>
      <Translated value={section.name} />
    </a>
  )
}

/** Who judges, the chair first. */
export function Jury({ jurors }: { jurors: readonly Juror[] }) {
  if (jurors.length === 0) return null
  return (
    <div className="stack tight">
      <p className="label">{m['films.awards.jury']()}</p>
      <ul className="film-sections">
        {jurors.map(({ personId, name, isChair }) => (
          <li key={personId}>
            <PersonName name={name} />
            {isChair && <span className="soft"> ({m['films.awards.chair']()})</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneAward({ eventSlug, award }: { eventSlug: string; award: ListedAward }) {
  return (
    <div>
      <dt>
        <Translated value={award.name} />
      </dt>
      <dd>
        {award.winners.length === 0 ? (
          <p className="soft">{m['films.awards.not-yet']()}</p>
        ) : (
          <ul className="film-names">
            {award.winners.map((winner) => (
              <li key={`${winner.film?.id} ${winner.person?.id}`} className="stack tight">
                <WinnerNames eventSlug={eventSlug} winner={winner} />
                <TranslatedProse value={winner.citation} className="prose small" />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}

/** "Guan Hu, Black Dog": a person for a film, or one of both. */
function WinnerNames({ eventSlug, winner }: { eventSlug: string; winner: Winner }) {
  const { film, person } = winner
  return (
    <p className="title-s">
      {person && <PersonName name={person.name} />}
      {person && film && ', '}
      {film && (
        <a href={publicPath.film(getLocale(), eventSlug, film.slug)}>
          <cite>
            <Translated value={filmTitle(film)} />
          </cite>
        </a>
      )}
    </p>
  )
}
