import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { agendaDays } from '#app/features/agenda/agenda-days.ts'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { Programme } from '#app/features/agenda/programme.tsx'
import { m } from '#app/paraglide/messages.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { accentOf } from '#app/ui/shell/shell-parts.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

/** The published agenda alone, to stand in a frame on somebody else's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const now = new Date()
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const { slug, title, timeZone, accent, cancelledAt, endsAt } = event
  const mayRegister = cancelledAt === null && endsAt > now
  const page = { event: { slug, title, timeZone, accent, cancelledAt }, mayRegister, agenda, locale }
  return cachedPage(page, { tags: [pageTag.event(event.id)], changesAt: [endsAt] }, now)
}

export const handle = { isFramed: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.event.title, data.locale) : '' },
  { name: 'robots', content: 'noindex' },
]

export default function Embed() {
  const { event, mayRegister, agenda, locale } = useLoaderData<typeof loader>()
  const days = agendaDays(agenda.sessions, event.timeZone, locale)
  return (
    <main className="embed stack" style={{ ...accentOf(event.accent), padding: '1rem' }}>
      <h1 className="title-m">
        <a href={publicPath.event(locale, event.slug)}>
          <Translated value={event.title} as="span" />
        </a>
      </h1>
      {event.cancelledAt && <Notice tone="warning" title={m['public.event.cancelled']()} />}
      {mayRegister && (
        <p>
          <a href={publicPath.register(locale, event.slug)}>{m['public.registration.call']()}</a>
        </p>
      )}
      {days.length === 0 && <p>{m['exchange.embed.empty']()}</p>}
      {days.map((day) => (
        <section key={day.id} aria-label={day.label}>
          <h2 className="day">{day.label}</h2>
          <Programme day={day} eventSlug={event.slug} timeZone={event.timeZone} agenda={agenda} />
        </section>
      ))}
      <script src="/embed-height.js" defer />
    </main>
  )
}
