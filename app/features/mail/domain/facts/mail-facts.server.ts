import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { spokenCode } from '#app/features/ticket/domain/ticket-code.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import { env } from '#app/shared/env.server.ts'
import { holdsLink } from '#app/shared/holds-link.ts'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import { mapLinks } from '#app/shared/pages/map-links.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace } from '#app/shared/time/format.ts'
import type { Locale, MailKind, RegistrationState } from '#app/shared/vocabulary.ts'
import type { EventFacts, RegistrationFacts, SignInFacts } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis, RegistrationBasis, StoredWords } from './mail-basis.server.ts'
import type { StoredFacts } from './stored-facts.ts'

export const appUrl = () => env().APP_URL

// The mail says ten minutes; a code that comes later would only be refused.
const codeLasts = 10 * 60_000

/** The state of a registration in which a mail about it is true. */
export const stateOf: Partial<Record<MailKind, RegistrationState>> = {
  received: 'pending',
  confirmed: 'confirmed',
  changed: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'offered',
  cancelled: 'cancelled',
  declined: 'declined',
  'decline-asked': 'confirmed',
  reminder: 'confirmed',
  'feedback-asked': 'confirmed',
}

/** What a mail about a registration says, and what of it must not be kept. */
export function registrationFacts(row: ClaimedMail, of: RegistrationBasis, at: EventBasis) {
  const { locale } = row
  const stored = row.facts as StoredFacts
  const token = saltedToken('registration', of.tokenSalt)
  const own = read(of.hostTitle, locale)
  const event = { ...eventFacts(at, locale), ...(own.text && { title: own }) }
  const deadline = stored.deadline ? new Date(stored.deadline) : of.offerExpiresAt
  const facts: RegistrationFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    event,
    category: textIn(of.category, locale),
    personalUrl: `${appUrl()}/registrations/${token}`,
    outdated: of.state !== (stateOf[row.kind] ?? of.state),
    reason: stored.reason,
    by: stored.by,
    deadline: row.kind === 'offered' ? (deadline ?? undefined) : undefined,
    asksAddress: stored.asksAddress,
    calendar: stored.calendar?.method,
    companions: of.companions > 0 ? { number: of.companions, names: of.companionNames } : undefined,
    companionsWished: wishedOf(of, at),
    ticket: isTicket(row, of, at) ? { picture: ticketCid, code: spokenCode(of.ticketCode) } : undefined,
    previous: stored.previous && previousFacts(stored.previous, event, locale),
  }
  const secrets: Secret[] = [{ value: token, shown: '•••' }]
  return { facts, secrets }
}

/** Who were asked for and have no seats: with their guest's own there were none for them, or it is still to come. */
function wishedOf({ wishedCompanions: number, state }: RegistrationBasis, { event }: EventBasis) {
  const isOver = state === 'cancelled' || state === 'declined' || event.cancelledAt
  return number > 0 && !isOver ? { number, waits: state !== 'confirmed' } : undefined
}

/** The Content-ID of a ticket's picture: one in a mail. */
export const ticketCid = 'ticket@ban-tron'

function isTicket({ kind }: ClaimedMail, { state }: RegistrationBasis, { event }: EventBasis): boolean {
  return (kind === 'confirmed' || kind === 'reminder') && state === 'confirmed' && !event.cancelledAt
}

/** What a sign-in mail says; `secret` holds the code and the link's secret, sealed until it is sent. */
export function signInFacts(row: ClaimedMail) {
  if (!row.secret) throw new Undeliverable('code-forgotten')
  if (Date.now() - row.createdAt.getTime() > codeLasts) {
    throw new Undeliverable('code-expired')
  }
  const { code, link } = JSON.parse(openSecret(row.secret)) as { code?: string; link: string }
  const facts: SignInFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    code,
    url: `${appUrl()}/sign-in/link/${link}`,
  }
  const secrets: Secret[] = [
    { value: link, shown: '•••' },
    ...(code ? [{ value: code, shown: '••••••' }] : []),
  ]
  return { facts, secrets }
}

/** To an address that somebody wishes to be written to at: `secret` holds the token of the link that proves it. */
export function addressFacts(row: ClaimedMail, facts: RegistrationFacts) {
  const { address = 'to-prove', deadline } = row.facts as StoredFacts
  if (address === 'known') return { facts: { ...facts, address, url: facts.personalUrl }, secrets: [] }
  if (!row.secret || !deadline) throw new Undeliverable('code-forgotten')
  const { link } = JSON.parse(openSecret(row.secret)) as { link: string }
  const url = `${appUrl()}/registrations/${link}/address-proof`
  const secrets: Secret[] = [{ value: link, shown: '•••' }]
  return { facts: { ...facts, address, url, deadline: new Date(deadline) }, secrets }
}

export function eventFacts({ event, venue, hosts, words }: EventBasis, locale: Locale): EventFacts {
  return {
    title: read(event.title, locale),
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timeZone: event.timeZone,
    city: clockPlace(textIn(venue?.city, locale), event.timeZone, locale),
    place: venue ? placeText(venue, locale) : '',
    wayUrl: wayUrl({ event, venue }, locale),
    url: event.publishedAt ? eventUrl(event.slug, locale) : null,
    accent: event.accent,
    hosts,
    contactEmail: event.contactEmail,
    words: wordsIn(words, locale),
  }
}

/** A map where readers cannot open the venue's page, and nothing where no place is known. */
function wayUrl({ event, venue }: Pick<EventBasis, 'event' | 'venue'>, locale: Locale): string | null {
  if (!venue) return null
  const { latitude, longitude } = venue
  const text = placeText(venue, locale)
  if (!text && latitude === null) return null
  if (event.publishedAt) return appUrl() + publicPath.venue(locale, event.slug, venue.slug)
  return mapLinks({ text, latitude, longitude }).google
}

/** Of one language only: another one’s words are no translation of the standard ones. */
function wordsIn(words: StoredWords[], locale: Locale): NonNullable<EventFacts['words']> {
  return Object.fromEntries(
    words.map(({ kind, subject, opening }) => [
      kind,
      { subject: subject[locale] ?? '', opening: opening[locale] ?? '' },
    ]),
  )
}

export function eventUrl(slug: string, locale: Locale): string {
  return `${appUrl()}/${locale}/events/${slug}`
}

function previousFacts(previous: NonNullable<StoredFacts['previous']>, event: EventFacts, locale: Locale) {
  const timeZone = previous.timeZone ?? event.timeZone
  const { place } = previous
  return {
    title: previous.title && read(previous.title, locale),
    startsAt: new Date(previous.startsAt),
    endsAt: new Date(previous.endsAt),
    timeZone,
    city: clockPlace(textIn(place?.city, locale), timeZone, locale),
    place: place ? placeText(place, locale) : '',
  }
}

// Anybody may type any name and any address: a name that is an advertisement's link is not carried to a stranger.
export function greetingName({ recipientName, recipientEmail }: ClaimedMail): string {
  const name = recipientName.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  if (!name || holdsLink(name)) return recipientEmail
  return name.length > 120 ? `${Array.from(name).slice(0, 119).join('')}…` : name
}
