import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace, formatRange, zoneOffset, zoneOffsets } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { MailAddress } from '#app/ui/texts/mail-address.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublicEvent } from './domain/events.server.ts'
import { EntryText } from './entry-text.tsx'

const vietnam = 'Asia/Ho_Chi_Minh'

/** When, where and whom to ask: the event's own clock first, Vietnam's below it when it differs. */
export function EventPlace({ event, isOver }: { event: PublicEvent; isOver: boolean }) {
  const locale = getLocale()
  const { startsAt, endsAt, timeZone, venue } = event
  const abroad = zoneOffset(startsAt, timeZone) !== zoneOffset(startsAt, vietnam)
  const place = clockPlace(textIn(venue?.city, locale), timeZone, locale)
  const cityIsSaid = venue?.address.includes(textIn(venue.city, locale))
  return (
    <section className="chapter" aria-labelledby="when">
      <h2 id="when">{m['public.event.when-where']()}</h2>
      <dl className="when-where">
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
        <div>
          <dt>{m['public.event.where']()}</dt>
          <dd>
            {venue ? (
              <address>
                <Translated value={venue.name} as="span" />
                {venue.address && <span className="place-line">{heldTogether(venue.address)}</span>}
                {!cityIsSaid && <Translated value={venue.city} as="span" className="place-line" />}
              </address>
            ) : (
              m['public.event.place-open']()
            )}
          </dd>
        </div>
        {event.entry && (
          <div>
            <dt>{m['public.entry.title']()}</dt>
            <dd>
              <EntryText event={event} isOver={isOver} />
            </dd>
          </div>
        )}
        {event.contactEmail && (
          <div>
            <dt>{m['public.contact.title']()}</dt>
            <dd>
              <MailAddress address={event.contactEmail} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
