import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventToPreview } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { EventStory } from '#app/features/events/event-story.tsx'
import { eventView } from '#app/features/events/event-view.server.ts'
import type { RecapContent } from '#app/features/recap/domain/recap-content.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Notice } from '#app/ui/notice.tsx'

export const handle = { standsAlone: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m['organize.preview.title']() },
  { name: 'robots', content: 'noindex' },
]

/** The public page of an event as readers will see it, before they can; no cache keeps it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.read')
  const asked = new URL(request.url).searchParams.get('lang')
  const locale = isLocale(asked) ? asked : ctx.locale
  answerIn(locale)
  const view = await eventView(await getEventToPreview(event.id), ctx.now)
  const desk = `/organize/events/${view.event.slug}`
  const title = `${m['organize.preview.title']({}, { locale })} · ${textIn(view.event.title, locale)}`
  return data({ ...view, desk, title })
}

export default function EventPreview() {
  const loaded = useLoaderData<typeof loader>()
  const { event, desk } = loaded
  // Remix cannot tell the type of a tree of any depth.
  const { record } = useLoaderData() as { record: RecapContent | null }
  const address = `${desk}/preview`
  return (
    <PublicEventPage
      event={event}
      path={address}
      languages={{ vi: `${address}?lang=vi`, en: `${address}?lang=en` }}
      current="event"
      titled={false}
    >
      <Notice tone="warning" title={m['organize.preview.title']()}>
        <p>
          {event.publishedAt === null
            ? m['organize.preview.unpublished']()
            : m['organize.preview.published']()}
        </p>
        <p>
          <a href={desk}>{m['organize.preview.back']()}</a>
        </p>
      </Notice>
      <EventStory {...loaded} record={record} />
    </PublicEventPage>
  )
}
