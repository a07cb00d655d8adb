import type { PublishedPerson } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PeopleRing } from '#app/ui/ring/people-ring.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from './domain/events.server.ts'
import { attendSentence, callOf } from './event-attend.tsx'
import { EventMoment } from './event-intro.tsx'
import { CoverFigure } from './pictures/event-cover.tsx'
import { tableRing } from './pictures/table-ring.ts'
import type { Outlook } from './registration-outlook.ts'

type FeaturedEventProps = {
  event: PublicEvent & { parts: readonly PublicEvent[] }
  people: readonly PublishedPerson[]
  running: boolean
  outlook: Outlook | null
}

/** What comes next, with its table: the first page's one large thing. */
export function FeaturedEvent({ event, people, running, outlook }: FeaturedEventProps) {
  const locale = getLocale()
  const href = publicPath.event(locale, event.slug)
  const { cover } = event
  const call = outlook && callOf(outlook, event.slug)
  const ring = cover ? null : tableRing(event, people, locale)
  return (
    <section className="featured" aria-labelledby="featured">
      <div className={ring ? 'event-head' : cover ? 'cover-head' : undefined}>
        {cover && <CoverFigure cover={cover} shape="large" />}
        <div className="event-head-words">
          <p className="label">{running ? m['public.home.now']() : m['public.home.next']()}</p>
          <h2 id="featured" className="title-l">
            <a className="quiet-link" href={href}>
              <Translated value={event.title} />
            </a>
          </h2>
          <Translated value={event.theme} as="p" className="lede" />
          <EventMoment event={event} />
          {event.parts.length > 0 && (
            <ul className="event-parts">
              {event.parts.map((part) => (
                <li key={part.id}>
                  <a className="part-link" href={publicPath.event(locale, part.slug)}>
                    <Translated value={part.title} />
                  </a>
                  <span className="faint">
                    {heldTogether(formatDays(part.startsAt, part.endsAt, part.timeZone, locale))}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {outlook && call && (
            <div className="stack tight start">
              <ButtonLink href={call.href}>{call.label}</ButtonLink>
              <p className="small soft">{attendSentence({ event, outlook })}</p>
            </div>
          )}
          <p>
            <a className="onward" href={href}>
              {m['public.home.see-event']()}
            </a>
          </p>
        </div>
        {ring && <PeopleRing {...ring} />}
      </div>
    </section>
  )
}
