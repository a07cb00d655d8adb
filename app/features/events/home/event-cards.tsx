import { windowState } from '#app/features/registration/domain/seats/admission.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { eventKindWord } from '#app/public/code-labels.ts'
import { ringDate } from '#app/public/event-date.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Picture } from '#app/ui/picture.tsx'
import { accentOf } from '#app/ui/shell/page-shell.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from '../domain/events.server.ts'

type Listed = PublicEvent & { parts?: readonly PublicEvent[] }

/** Events as cards: picture or day above, then what, when and where; the parts of a festival stand within it. */
export function EventCards({ events, level = 'h3' }: { events: readonly Listed[]; level?: 'h2' | 'h3' }) {
  return (
    <ul className="event-cards">
      {events.map((event) => (
        <li key={event.id} className="event-card" style={accentOf(event.accent)}>
          <EventCard event={event} level={level} />
        </li>
      ))}
    </ul>
  )
}

function EventCard({ event, level: Heading }: { event: Listed; level: 'h2' | 'h3' }) {
  const locale = getLocale()
  const about = [eventKindWord(event.kind), textIn(event.venue?.city, locale)]
  const hosts = event.hosts.map(({ shortName }) => shortName)
  return (
    <>
      <CardFace event={event} />
      <div className="event-card-words">
        <p className="when">
          <time dateTime={event.startsAt.toISOString()}>
            {heldTogether(formatDays(event.startsAt, event.endsAt, event.timeZone, locale))}
          </time>
        </p>
        <Heading>
          <a href={publicPath.event(locale, event.slug)}>
            <Translated value={event.title} />
          </a>
        </Heading>
        <Translated value={event.theme} as="p" className="soft small" />
        <p className="faint small">{heldTogether(about.filter(Boolean).join(' · '))}</p>
        {hosts.length > 0 && (
          <p className="faint small" translate="no">
            {hosts.join(' · ')}
          </p>
        )}
        {event.cancelledAt && <StateMark tone="bad">{m['public.event.cancelled']()}</StateMark>}
        {windowState(event, new Date()) === 'not-yet' && (
          <p className="small">
            <a className="part-link" href={publicPath.opening(locale, event.slug)}>
              {m['registration.opening.title']()}
            </a>
          </p>
        )}
        {event.parts && event.parts.length > 0 && <CardParts parts={event.parts} />}
      </div>
    </>
  )
}

/** The cover; without one the day, large, on the event's own colour. */
function CardFace({ event }: { event: Listed }) {
  const locale = getLocale()
  const { cover } = event
  if (cover) {
    return (
      <Picture className="event-card-face" picture={cover} alt="" sizes="(min-width: 44rem) 21rem, 100vw" />
    )
  }
  const day = ringDate(event, locale)
  return (
    <p className="event-card-face event-card-day" aria-hidden="true">
      {day ? (
        <>
          <span className="event-card-large">{day.large}</span>
          <span>{day.small}</span>
        </>
      ) : (
        <span>{formatDays(event.startsAt, event.endsAt, event.timeZone, locale)}</span>
      )}
    </p>
  )
}

function CardParts({ parts }: { parts: readonly PublicEvent[] }) {
  return (
    <ul className="event-parts small">
      {parts.map((part) => (
        <li key={part.id}>
          <a className="part-link" href={publicPath.event(getLocale(), part.slug)}>
            <Translated value={part.title} />
          </a>
        </li>
      ))}
    </ul>
  )
}
