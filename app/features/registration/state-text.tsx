import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { AttendeeView } from './attendee-view.server.ts'

// Named one by one: a key put together at run time would ship every message to the browser.
const meaning = {
  pending: m['registration.page.pending'],
  confirmed: m['registration.page.confirmed'],
  waitlisted: m['registration.page.waitlisted'],
  cancelled: m['registration.page.cancelled'],
  declined: m['registration.page.declined'],
}

type Props = {
  page: Pick<AttendeeView, 'attendee' | 'event' | 'city' | 'wish'> & {
    locale: Locale
    isOfferOpen: boolean
    /** Their number in the line they stand in. */
    placeInLine: number | null
    /** What its event left behind, once it is over. */
    after: object | null
  }
}

/** What the state means for the attendee, and what happens next. */
export function StateText({ page }: Props) {
  const { attendee, event, city, locale, isOfferOpen, placeInLine, wish, after } = page
  if (event.isCancelled) return <p>{m['registration.page.event-cancelled']()}</p>
  if (after && attendee.state === 'confirmed') return <p>{m['registration.page.over-confirmed']()}</p>
  if (after) return <p>{m['registration.page.over']()}</p>
  return (
    <>
      <p>{attendee.state === 'offered' ? offerText() : meaning[attendee.state]()}</p>
      {attendee.state === 'waitlisted' && placeInLine !== null && (
        <p>{m['registration.page.waitlist-place']({ place: placeInLine })}</p>
      )}
      {attendee.state === 'confirmed' && wish && placeInLine !== null && (
        <p>{m['registration.page.wish']({ place: placeInLine, category: textIn(wish, locale) })}</p>
      )}
      {attendee.reason && <p>{m['registration.page.reason']({ reason: attendee.reason })}</p>}
    </>
  )

  function offerText() {
    if (!isOfferOpen || !attendee.offerExpiresAt) {
      return attendee.isHeld ? m['registration.page.held-over']() : m['registration.page.offered-over']()
    }
    const deadline = formatDateTime(attendee.offerExpiresAt, event.timeZone, locale, city)
    return attendee.isHeld
      ? m['registration.page.held']({ deadline })
      : m['registration.page.offered']({ deadline })
  }
}
