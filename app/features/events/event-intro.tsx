import type { PublishedPerson } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { eventKindWord } from '#app/public/code-labels.ts'
import { isLong } from '#app/public/event-date.ts'
import { RegisteredHere } from '#app/public/registered-here.tsx'
import { read, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDay, formatDays } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PeopleRing } from '#app/ui/ring/people-ring.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from './domain/events.server.ts'
import type { Edition } from './domain/listing/editions.server.ts'
import { EditionLinks } from './edition-links.tsx'
import { AttendCall } from './event-attend.tsx'
import { CoverFigure } from './pictures/event-cover.tsx'
import { tableRing } from './pictures/table-ring.ts'
import type { Outlook } from './registration-outlook.ts'

type EventIntroProps = {
  event: PublicEvent
  /** Of the host by whose link the reader came. */
  greeting: TranslatedText | null
  people: readonly PublishedPerson[]
  outlook: Outlook
  editions: { previous: Edition | null; next: Edition | null }
}

/** The first sight of an event: its picture, what, when, where, how to come, and the table with its people. */
export function EventIntro({ event, greeting, people, outlook, editions }: EventIntroProps) {
  const locale = getLocale()
  const ring = tableRing(event, people, locale)
  const { cover } = event
  return (
    <div className={ring ? 'event-head' : cover ? 'cover-head' : undefined}>
      {cover && <CoverFigure cover={cover} shape={ring ? 'wide' : 'large'} />}
      <div className="event-head-words">
        <p className="label">
          {eventKindWord(event.kind)}
          {event.series && (
            <>
              {' · '}
              <Translated value={event.series.name} />
              {event.edition && ` ${event.edition}`}
            </>
          )}
          {event.parent && (
            <>
              {' · '}
              {m['public.event.part-of']()}{' '}
              <a href={publicPath.event(locale, event.parent.slug)}>
                <Translated value={event.parent.title} />
              </a>
            </>
          )}
        </p>
        <Translated value={event.title} as="h1" className="title-xl" />
        <Translated value={event.theme} as="p" className="lede" />
        {greeting && <TranslatedProse value={greeting} />}
        {event.cancelledAt && <Notice tone="warning" title={m['public.event.cancelled']()} />}
        <EventMoment event={event} />
        <AttendCall event={event} outlook={outlook} />
        {!event.cancelledAt && <RegisteredHere event={event} />}
        <EditionLinks {...editions} />
      </div>
      {ring && <PeopleRing {...ring} />}
    </div>
  )
}

/** When and where, in the fewest words: days alone for a festival. */
export function EventMoment({ event }: { event: PublicEvent }) {
  const locale = getLocale()
  const city = textIn(event.venue?.city, locale)
  const place = read(event.venue?.name, locale)
  return (
    <p className="event-moment">
      {isLong(event) ? (
        <time dateTime={event.startsAt.toISOString()}>
          {heldTogether(formatDays(event.startsAt, event.endsAt, event.timeZone, locale))}
        </time>
      ) : (
        <Hours event={event} />
      )}
      {place.text && (
        <span className="event-moment-place" lang={place.lang === locale ? undefined : place.lang}>
          {heldTogether([place.text, city !== place.text && city].filter(Boolean).join(', '))}
        </span>
      )}
    </p>
  )
}

/** The day on a line of its own, so that hours never part; an event past midnight says both days. */
function Hours({ event }: { event: PublicEvent }) {
  const locale = getLocale()
  const { startsAt, endsAt, timeZone } = event
  const day = formatDay(startsAt, timeZone, locale)
  const place = clockPlace(textIn(event.venue?.city, locale), timeZone, locale)
  if (day !== formatDay(endsAt, timeZone, locale)) {
    return <TimeRange start={startsAt} end={endsAt} zone={timeZone} place={place} />
  }
  return (
    <>
      <span>{day}</span>
      <TimeRange start={startsAt} end={endsAt} zone={timeZone} place={place} timesOnly />
    </>
  )
}
