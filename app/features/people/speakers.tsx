import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { inProtocolOrder } from './domain/people-at-table.ts'
import { PeopleList } from './people-list.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const path = publicPath.speakers(locale, event.slug)
  const title = textIn(event.title, locale)
  const own = m['public.speakers.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${own}: ${title} · Bàn Tròn`,
    description: m['public.speakers.description']({ event: title }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: own, path },
      ]),
    ],
  })
  const people = inProtocolOrder(agenda.people)
  return cachedPage({ event, people, path, head }, { tags: [pageTag.event(event.id)] })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function SpeakersPage() {
  const { event, people, path } = useLoaderData<typeof loader>()
  return (
    <PublicEventPage event={event} path={path} current="speakers">
      <div className="speakers">
        <header className="stack tight">
          <h1>{m['public.speakers.title']()}</h1>
          {people.length > 0 && <p className="soft">{m['public.speakers.order']()}</p>}
        </header>
        {people.length > 0 ? (
          <PeopleList eventSlug={event.slug} people={people} level="h2" />
        ) : (
          <EmptyState title={m['public.speakers.empty']()} />
        )}
      </div>
    </PublicEventPage>
  )
}
