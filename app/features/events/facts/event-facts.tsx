import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AddToCalendar } from '#app/public/add-to-calendar.tsx'
import { SharePage } from '#app/public/share-page.tsx'
import { saysAccess } from '#app/public/venue-access.tsx'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { CalendarItem } from '#app/shared/pages/calendar-links.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatRange, zoneOffset, zoneOffsets } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { MailAddress } from '#app/ui/texts/mail-address.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from '../domain/events.server.ts'
import type { VenueWithRooms } from '../domain/venues.server.ts'
import { EntryText } from '../entry-text.tsx'
import { AttendCall, SeatFacts, saysSeats } from '../event-attend.tsx'
import type { Outlook } from '../registration-outlook.ts'
import { FactAccess, FactPlaces } from './fact-places.tsx'

/** The event for a web calendar, and the feed of its agenda where there is one. */
export type EventCalendar = { item: CalendarItem; feed?: string }

type EventFactsProps = {
  event: PublicEvent
  venues: readonly VenueWithRooms[]
  outlook: Outlook
  calendar: EventCalendar | null
  /** The whole address of the page, to be passed on. */
  share: string | null
}

/**
 * What one decides by: when, where, how one gets in, what it costs, who invites, and what to do about it. On a desk it stays
 * beside the text; on a phone the one thing to do stays below it.
 */
export function EventFacts({ event, venues, outlook, calendar, share }: EventFactsProps) {
  const locale = getLocale()
  const isOver = outlook.state === 'past' || outlook.state === 'cancelled'
  const main = venues.find((venue) => venue.isMain)
  return (
    <aside className="facts" aria-labelledby="when">
      <h2 className="title-s" id="when">
        {m['public.event.when-where']()}
      </h2>
      <dl className="when-where">
        <When event={event} />
        <div>
          <dt>{m['public.event.where']()}</dt>
          <dd>
            <FactPlaces event={event} venues={venues} />
          </dd>
        </div>
        {main && saysAccess(main) && !isOver && (
          <div>
            <dt>{m['venues.form.reach']()}</dt>
            <dd>
              <FactAccess venue={main} />
            </dd>
          </div>
        )}
        {event.entry && (
          <div>
            <dt>{m['public.entry.title']()}</dt>
            <dd>
              <EntryText event={event} isOver={isOver} />
            </dd>
          </div>
        )}
        {saysSeats(outlook) && (
          <div>
            <dt>{m['public.registration.seats']()}</dt>
            <dd>
              <SeatFacts outlook={outlook} />
            </dd>
          </div>
        )}
        <div>
          <dt>{event.hosts.length > 1 ? m['public.event.hosts']() : m['public.event.host']()}</dt>
          <dd>
            {event.hosts.map((host) => (
              <Translated key={host.id} value={host.name} className="fact-line" />
            ))}
          </dd>
        </div>
        {event.contactEmail && (
          <div>
            <dt>{m['public.contact.title']()}</dt>
            <dd>
              <MailAddress address={event.contactEmail} />
            </dd>
          </div>
        )}
      </dl>
      <div className="fact-acts">
        {!isOver && <AttendCall event={event} outlook={outlook} again />}
        {calendar && <AddToCalendar {...calendar} file={publicPath.eventFile(locale, event.slug)} />}
        {share && <SharePage title={textIn(event.title, locale)} page={share} />}
      </div>
    </aside>
  )
}

const vietnam = 'Asia/Ho_Chi_Minh'

/** The event's own clock first, Vietnam's below it when it differs. */
function When({ event: { startsAt, endsAt, timeZone, venue } }: { event: PublicEvent }) {
  const locale = getLocale()
  const abroad = zoneOffset(startsAt, timeZone) !== zoneOffset(startsAt, vietnam)
  const place = clockPlace(textIn(venue?.city, locale), timeZone, locale)
  return (
    <>
      <div>
        <dt>{m['public.event.when']()}</dt>
        <dd>
          <TimeRange start={startsAt} end={endsAt} zone={timeZone} place={place} withoutReader />
          <span className="place-line">{zoneOffsets(startsAt, endsAt, timeZone)}</span>
        </dd>
      </div>
      {abroad && (
        <div>
          <dt>{m['public.event.vietnam-time']()}</dt>
          <dd>
            <time dateTime={startsAt.toISOString()}>
              {heldTogether(formatRange(startsAt, endsAt, vietnam, locale))}
            </time>
          </dd>
        </div>
      )}
    </>
  )
}
