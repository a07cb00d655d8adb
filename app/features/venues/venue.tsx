import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { agendaDays } from '#app/features/agenda/agenda-days.ts'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { Programme } from '#app/features/agenda/programme.tsx'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { breadcrumbs, venueStructured } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { MapLinks } from '#app/public/map-links.tsx'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { saysAccess, VenueAccess } from '#app/public/venue-access.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import { sessionsAt } from './domain/sessions-at.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda, venues } = await getEventWithAgenda(params.event ?? '')
  const venue = venues.find((one) => one.slug === params.venue)
  if (!venue) throw new Refusal('venue-missing', 'missing')
  const path = publicPath.venue(locale, event.slug, venue.slug)
  const title = textIn(event.title, locale)
  const name = textIn(venue.name, locale) || withoutMarks(venue.address)
  const place = placeText(venue, locale)
  const head = pageHead({
    locale,
    path,
    title: `${name} · ${title}`,
    description:
      textIn(venue.wayThere, locale) || m['venues.public.description']({ place, event: title }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      venueStructured(event, venue, locale),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name, path },
      ]),
    ],
  })
  const sessions = sessionsAt(venue, agenda)
  const others = venues
    .filter((one) => one.id !== venue.id)
    .map((one) => ({ id: one.id, slug: one.slug, name: one.name, address: one.address }))
  return cachedPage(
    { event, agenda, venue, sessions, others, path, head },
    { tags: [pageTag.event(event.id)] },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function VenuePage() {
  const { event, agenda, venue, sessions, others, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const rooms = agenda.rooms.filter((room) => venue.roomIds.includes(room.id))
  const days = agendaDays(sessions, event.timeZone, locale)
  const address = placeText({ ...venue, name: {} }, locale)
  return (
    <PublicEventPage event={event} path={path} current={null}>
      <article className="stack loose">
        <header className="stack snug">
          <p className="label">{m['venues.public.label']()}</p>
          <h1>
            {venue.name.vi || venue.name.en ? <Translated value={venue.name} /> : withoutMarks(venue.address)}
          </h1>
          {address && <address className="lede">{address}</address>}
          <MapLinks place={{ ...venue, text: placeText(venue, locale) }} />
        </header>
        {saysAccess(venue) && (
          <section className="stack snug" aria-labelledby="access">
            <h2 id="access">{m['venues.form.reach']()}</h2>
            <VenueAccess venue={venue} />
          </section>
        )}
        {rooms.length > 0 && (
          <section className="stack snug" aria-labelledby="rooms">
            <h2 id="rooms">{m['venues.public.rooms']()}</h2>
            <ul>
              {rooms.map((room) => (
                <li key={room.id}>
                  <Translated value={room.name} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {days.map((day) => (
          <section key={day.id} className="agenda-day" aria-labelledby={day.id}>
            <h2 className="day" id={day.id}>
              {day.label}
            </h2>
            <Programme eventSlug={event.slug} timeZone={event.timeZone} agenda={agenda} day={day} />
          </section>
        ))}
        {others.length > 0 && (
          <nav className="stack snug" aria-labelledby="others">
            <h2 id="others">{m['venues.public.others']()}</h2>
            <ul>
              {others.map((one) => (
                <li key={one.id}>
                  <a href={publicPath.venue(locale, event.slug, one.slug)}>
                    {textIn(one.name, locale) || withoutMarks(one.address)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </article>
    </PublicEventPage>
  )
}
