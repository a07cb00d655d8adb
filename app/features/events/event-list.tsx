import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { eventKindWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { accentOf } from '#app/ui/shell/page-shell.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from './domain/events.server.ts'

type Listed = PublicEvent & { parts?: readonly PublicEvent[] }

/** Events one below the other, the days in the margin; the parts of a festival stand within it. */
export function EventList({ events }: { events: readonly Listed[] }) {
  const locale = getLocale()
  return (
    <ol className="event-list">
      {events.map((event) => (
        <li key={event.id} style={accentOf(event.accent)}>
          <p className="when">
            <time dateTime={event.startsAt.toISOString()}>
              {heldTogether(formatDays(event.startsAt, event.endsAt, event.timeZone, locale))}
            </time>
          </p>
          <div className="what">
            <h3>
              <a href={publicPath.event(locale, event.slug)}>
                <Translated value={event.title} />
              </a>
            </h3>
            <Translated value={event.theme} as="p" className="soft" />
            <p className="faint">
              {heldTogether(
                [eventKindWord(event.kind), textIn(event.venue?.city, locale)].filter(Boolean).join(' · '),
              )}
            </p>
            {event.cancelledAt && <StateMark tone="bad">{m['public.event.cancelled']()}</StateMark>}
            {event.parts && event.parts.length > 0 && <Parts parts={event.parts} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Parts({ parts }: { parts: readonly PublicEvent[] }) {
  const locale = getLocale()
  return (
    <ul className="event-parts">
      {parts.map((part) => (
        <li key={part.id}>
          <a className="part-link" href={publicPath.event(locale, part.slug)}>
            <Translated value={part.title} />
          </a>
          {part.cancelledAt && <StateMark tone="bad">{m['public.event.cancelled']()}</StateMark>}
          <span className="faint">
            {heldTogether(formatDays(part.startsAt, part.endsAt, part.timeZone, locale))}
          </span>
        </li>
      ))}
    </ul>
  )
}
