import { and, eq, inArray } from 'drizzle-orm'
import { attendanceEntry } from '#app/features/calendar/domain/attendance-entry.ts'
import { personalCalendar } from '#app/features/calendar/domain/invitation-calendar.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import { plainProse } from '#app/shared/i18n/prose.ts'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import { guestInvitation, host, organization, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { FactsOf } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { MailBasis } from './mail-basis.server.ts'
import type { CalendarText } from './mail-calendar.server.ts'
import { appUrl, eventFacts, eventUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

export type GuestBasis = Awaited<ReturnType<typeof listGuestInvitations>>[number]

export async function listGuestInvitations(ids: string[]) {
  if (ids.length === 0) return []
  return database()
    .select({
      id: guestInvitation.id,
      eventId: guestInvitation.eventId,
      state: guestInvitation.state,
      tokenSalt: guestInvitation.tokenSalt,
      createdAt: guestInvitation.createdAt,
      answeredAt: guestInvitation.answeredAt,
      organization: organization.name,
      title: host.title,
      greeting: host.greeting,
    })
    .from(guestInvitation)
    .innerJoin(quota, eq(quota.id, guestInvitation.quotaId))
    .innerJoin(organization, eq(organization.id, quota.organizationId))
    .leftJoin(host, and(eq(host.eventId, quota.eventId), eq(host.organizationId, quota.organizationId)))
    .where(inArray(guestInvitation.id, ids))
}

/** What a host's guest reads, with a hold for the calendar; nobody is asked who has answered by the time it leaves. */
export function guestFacts(row: ClaimedMail, basis: MailBasis) {
  const asked = (row.facts as StoredFacts).guest
  const guest = asked && basis.guests.get(asked.id)
  const at = guest && basis.events.get(guest.eventId)
  if (!asked || !guest || !at) throw new Undeliverable('invitation-gone')
  const { what } = asked
  const isAsked = what === 'invited' || what === 'reminded'
  if (isAsked && (guest.state !== 'open' || at.event.cancelledAt)) throw new Undeliverable('not-owed')
  const token = saltedToken('guest-invitation', guest.tokenSalt)
  const event = eventFacts(at, row.locale)
  const facts: FactsOf['guest-invited'] = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    event,
    what,
    organization: textIn(guest.organization, row.locale),
    title: textIn(guest.title, row.locale) ? read(guest.title, row.locale) : event.title,
    greeting: plainProse(textIn(guest.greeting, row.locale)),
    url: `${appUrl()}/invited/${token}`,
  }
  const secrets: Secret[] = [{ value: token, shown: '•••' }]
  return { facts, secrets, calendar: hold(row, guest, at) }
}

/** Asks for no answer: the button in the mail does. A reminder says the same version once more. */
function hold(
  { facts, locale }: ClaimedMail,
  guest: GuestBasis,
  { event, venue }: NonNullable<ReturnType<MailBasis['events']['get']>>,
): CalendarText {
  const what = (facts as StoredFacts).guest?.what
  const isOver = what === 'withdrawn' || what === 'cancelled'
  const status = isOver ? ('cancelled' as const) : ('tentative' as const)
  const issuedAt = isOver ? (guest.answeredAt ?? guest.createdAt) : guest.createdAt
  const invitation = { uid: guest.id, sequence: isOver ? 1 : 0, issuedAt }
  const eventPage = event.publishedAt ? eventUrl(event.slug, locale) : undefined
  const entry = attendanceEntry({ event, venue, invitation, status, eventUrl: eventPage }, locale)
  return { method: 'PUBLISH', uid: guest.id, content: personalCalendar(entry) }
}
