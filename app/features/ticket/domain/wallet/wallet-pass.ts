import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace, formatRange } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { spokenCode, ticketText } from '../ticket-code.ts'

/** What a ticket says, whatever wallet it goes into. */
export type Ticket = {
  registration: { id: string; name: string; ticketCode: string }
  category: { name: TranslatedText }
  event: {
    id: string
    title: TranslatedText
    startsAt: Date
    endsAt: Date
    timeZone: string
    accent: string
  }
  venue: (Parameters<typeof placeText>[0] & { latitude: number | null; longitude: number | null }) | null
}
export type TicketWords = { holder: string; category: string; when: string; where: string; site: string }

function facts({ event, venue, category }: Ticket, locale: Locale) {
  const city = clockPlace(textIn(venue?.city, locale), event.timeZone, locale)
  return {
    title: textIn(event.title, locale),
    when: formatRange(event.startsAt, event.endsAt, event.timeZone, locale, city),
    where: venue ? placeText(venue, locale) : '',
    category: textIn(category.name, locale),
  }
}

const colour = (hex: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

/** The `pass.json` of an Apple Wallet event ticket. */
export function applePass(
  ticket: Ticket,
  { passTypeIdentifier, teamIdentifier }: { passTypeIdentifier: string; teamIdentifier: string },
  { locale, words }: { locale: Locale; words: TicketWords },
) {
  const { registration, event, venue } = ticket
  const { title, when, where, category } = facts(ticket, locale)
  const message = ticketText(registration.ticketCode)
  const barcode = { message, format: 'PKBarcodeFormatQR', messageEncoding: 'iso-8859-1' }
  return {
    formatVersion: 1,
    passTypeIdentifier,
    teamIdentifier,
    serialNumber: registration.ticketCode,
    organizationName: words.site,
    description: title,
    relevantDate: event.startsAt.toISOString(),
    expirationDate: event.endsAt.toISOString(),
    backgroundColor: colour('#fbfaf6'),
    foregroundColor: colour('#1a1c23'),
    labelColor: colour(event.accent),
    barcodes: [{ ...barcode, altText: spokenCode(registration.ticketCode) }],
    ...(venue?.latitude != null &&
      venue.longitude != null && {
        locations: [{ latitude: venue.latitude, longitude: venue.longitude }],
      }),
    eventTicket: {
      primaryFields: [{ key: 'event', label: words.site, value: title }],
      secondaryFields: [{ key: 'holder', label: words.holder, value: registration.name }],
      auxiliaryFields: [
        { key: 'category', label: words.category, value: category },
        { key: 'when', label: words.when, value: when },
      ],
      backFields: where ? [{ key: 'where', label: words.where, value: where }] : [],
    },
  }
}

/** The claims of a link that saves a ticket to Google Wallet; class and object travel in it. */
export function googleClaims(
  ticket: Ticket,
  { issuer, account, origin }: { issuer: string; account: string; origin: string },
  { locale, words, now }: { locale: Locale; words: TicketWords; now: Date },
) {
  const { registration, event, venue } = ticket
  const { title, when, where, category } = facts(ticket, locale)
  const said = (value: string) => ({ defaultValue: { language: locale, value } })
  const classId = `${issuer}.event-${event.id}-${locale}`
  const eventTicketClass = {
    id: classId,
    issuerName: words.site,
    reviewStatus: 'UNDER_REVIEW',
    eventName: said(title),
    dateTime: { start: event.startsAt.toISOString(), end: event.endsAt.toISOString() },
    ...(venue &&
      where && { venue: { name: said(textIn(venue.name, locale) || where), address: said(where) } }),
    hexBackgroundColor: event.accent,
  }
  const eventTicketObject = {
    id: `${issuer}.ticket-${registration.ticketCode}`,
    classId,
    state: 'ACTIVE',
    ticketHolderName: registration.name,
    ticketNumber: spokenCode(registration.ticketCode),
    ticketType: said(category),
    barcode: {
      type: 'QR_CODE',
      value: ticketText(registration.ticketCode),
      alternateText: spokenCode(registration.ticketCode),
    },
    textModulesData: [{ id: 'when', header: words.when, body: when }],
  }
  return {
    iss: account,
    aud: 'google',
    typ: 'savetowallet',
    iat: Math.floor(now.getTime() / 1000),
    origins: [origin],
    payload: { eventTicketClasses: [eventTicketClass], eventTicketObjects: [eventTicketObject] },
  }
}
