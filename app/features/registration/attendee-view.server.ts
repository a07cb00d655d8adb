import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { openRegistration } from '#app/public/personal-link.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { answerAttendee } from './attendee-language.server.ts'
import type { AttendeePage } from './domain/links/attendee-page.server.ts'

/** What the attendee's pages show of their registration, in its own language or in the one asked for by `?lang=`. */
export async function attendeeView(request: Request, token: string) {
  const page = await openRegistration(token)
  const locale = answerAttendee(request, page.registration.locale)
  return { page, view: { token, locale, ...frameOf(page, locale) } }
}

function frameOf({ registration: row, category, wished, event, venue }: AttendeePage, locale: Locale) {
  const { name, email, affiliation, jobTitle, state, reason, offerExpiresAt } = row
  const isHeld = state === 'offered' && row.addressAsked
  const { slug, title, startsAt, endsAt, timeZone, accent, cancelledAt, publishedAt } = event
  return {
    attendee: {
      name,
      email,
      affiliation,
      jobTitle,
      language: row.locale,
      state,
      reason,
      offerExpiresAt,
      isHeld,
    },
    category: category.name,
    wish: wished?.name ?? null,
    event: { slug, title, startsAt, endsAt, timeZone, accent, isCancelled: cancelledAt !== null },
    isPublic: publishedAt !== null,
    place: venue ? placeText(venue, locale) : '',
    city: clockPlace(textIn(venue?.city, locale), timeZone, locale),
  }
}

export type AttendeeView = Awaited<ReturnType<typeof attendeeView>>['view']
