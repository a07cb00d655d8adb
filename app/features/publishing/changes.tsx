import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { AgendaChange } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDateTime } from '#app/shared/time/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ChangeList } from './change-list.tsx'
import { listVersionChanges } from './domain/versions.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const versions = (await listVersionChanges(event.id)).reverse()
  const path = publicPath.changes(locale, event.slug)
  const title = textIn(event.title, locale)
  const own = m['publishing.changes.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${own}: ${title} · Bàn Tròn`,
    description: m['publishing.changes.description']({ event: title }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    feeds: [{ href: publicPath.changesAtom(locale, event.slug), title: own, type: 'application/atom+xml' }],
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: m['public.agenda.title']({}, { locale }), path: publicPath.agenda(locale, event.slug) },
        { name: own, path },
      ]),
    ],
  })
  const live = agenda.sessions.map((session) => session.slug)
  return cachedPage({ event, versions, live, path, head }, { tags: [pageTag.event(event.id)] })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function ChangesPage() {
  const { event, versions, live, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const place = clockPlace(textIn(event.venue?.city, locale), event.timeZone, locale)
  const there = new Set(live)
  const hrefOf = ({ slug, after }: AgendaChange) =>
    after && there.has(slug) ? publicPath.session(locale, event.slug, slug) : undefined
  return (
    <PublicEventPage event={event} path={path} current="agenda">
      <header className="agenda-head">
        <h1>{m['publishing.changes.title']()}</h1>
        <p className="soft measure">{m['publishing.changes.lede']()}</p>
        <p className="cluster">
          <a className="onward" href={publicPath.agenda(locale, event.slug)}>
            {m['publishing.changes.agenda']()}
          </a>
          <a className="onward" href={publicPath.changesAtom(locale, event.slug)}>
            {m['publishing.changes.feed']()}
          </a>
        </p>
      </header>
      {versions.map(({ number, publishedAt, changes, restoredFrom }) => (
        <section
          key={number}
          id={`version-${number}`}
          aria-labelledby={`title-${number}`}
          className="change-version"
        >
          <h2 className="day" id={`title-${number}`}>
            {m['publishing.changes.version']({ number })}
          </h2>
          <p className="faint">
            <time dateTime={new Date(publishedAt).toISOString()}>
              {formatDateTime(new Date(publishedAt), event.timeZone, locale, place)}
            </time>
            {restoredFrom !== null && ` · ${m['publishing.changes.restored']({ number: restoredFrom })}`}
          </p>
          {number === 1 ? (
            <p>{m['publishing.changes.first']({ count: changes.length })}</p>
          ) : changes.length === 0 ? (
            <p>{m['publishing.changes.details-only']()}</p>
          ) : (
            <ChangeList changes={changes} zone={event.timeZone} place={place} hrefOf={hrefOf} />
          )}
        </section>
      ))}
      {versions.length === 0 && (
        <EmptyState
          title={m['publishing.changes.none']()}
          action={
            <ButtonLink variant="quiet" href={publicPath.event(locale, event.slug)}>
              {m['publishing.changes.event']()}
            </ButtonLink>
          }
        />
      )}
    </PublicEventPage>
  )
}
