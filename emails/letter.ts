import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { AnnouncementFacts, ContactFacts, EventFacts, ListingFacts, SpeakerFacts } from './facts.ts'

/** One mail before it is drawn: `body` is made of the pieces, which know how to be HTML and how to be plain text. */
export type Letter = {
  subject: string
  /** What a mailbox shows beside the subject. */
  preview: string
  heading: string
  /** The language of heading and body, where it is not the mail's own. */
  lang?: Locale
  /** The first words, which organizers may write themselves; without it none of theirs are said. */
  opening?: ReactNode
  body: ReactNode
  footer: string[]
  /** The event whose name and colour stand at the head; none for mails of the service itself. */
  event?: EventFacts
  /** The organization that writes, where it is about no event. */
  sender?: string
  /** The colour of a mail that is about no event. */
  accent?: string
}

export type Template<Facts> = (facts: Facts, locale: Locale) => Letter

/** Who signs: the hosts as equals, or the service. */
export function signOff({ event, sender }: Pick<Letter, 'event' | 'sender'>, locale: Locale): string {
  if (sender) return sender
  if (!event?.hosts.length) return m['mail.common.sign-off-service']({}, { locale })
  return m['mail.common.sign-off-hosts']({ hosts: hostNames(event, locale) }, { locale })
}

export function hostNames(event: EventFacts, locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(event.hosts)
}

/** Why an attendee gets this, what becomes of their details, and who sent it. */
export function attendeeFooter(event: EventFacts, locale: Locale): string[] {
  return footer(event, m['mail.common.footer-why']({ event: event.title.text }, { locale }), locale)
}

/** The same for a speaker, and for the assistant who reads along. */
export function speakerFooter({ event, holder, speaker }: SpeakerFacts, locale: Locale): string[] {
  const told = { event: event.title.text, speaker }
  const why =
    holder === 'assistant'
      ? m['mail.common.footer-why-assistant'](told, { locale })
      : m['mail.common.footer-why-speaker'](told, { locale })
  return footer(event, why, locale)
}

/** For whoever was reached here until now. */
export function contactFooter({ event, name, what }: ContactFacts, locale: Locale): string[] {
  if (what === 'attendee') return attendeeFooter(event, locale)
  const told = { event: event.title.text, speaker: name }
  return footer(event, m['mail.common.footer-why-speaker'](told, { locale }), locale)
}

/** For the people of an event, by what they are to it. */
export function announcementFooter(
  { event, to, recipientName }: AnnouncementFacts,
  locale: Locale,
): string[] {
  const told = { event: event.title.text, speaker: recipientName }
  if (to === 'registered') return attendeeFooter(event, locale)
  if (to === 'hosts') return footer(event, m['mail.common.footer-why-host'](told, { locale }), locale)
  return footer(event, m['mail.common.footer-why-speaker'](told, { locale }), locale)
}

/** For an address that nobody has proved yet. */
export function addressFooter(event: EventFacts, locale: Locale): string[] {
  return footer(event, m['mail.common.footer-why-address']({ event: event.title.text }, { locale }), locale)
}

/** For who left an address before registration opened. */
export function openingFooter(event: EventFacts, locale: Locale): string[] {
  return footer(event, m['mail.common.footer-why-opening']({ event: event.title.text }, { locale }), locale)
}

/** For whom a host asked to come, and who may never have heard of us. */
export function guestFooter(event: EventFacts, organization: string, locale: Locale): string[] {
  const told = { event: event.title.text, organization }
  return footer(event, m['mail.common.footer-why-guest'](told, { locale }), locale)
}

function footer(event: EventFacts, why: string, locale: Locale): string[] {
  const to = { locale }
  const contact = event.contactEmail
  const hosts = hostNames(event, locale)
  return [
    why,
    contact
      ? m['mail.common.footer-privacy']({ contact }, to)
      : m['mail.common.footer-privacy-reply']({}, to),
    hosts ? m['mail.common.footer-from']({ hosts }, to) : m['mail.common.footer-from-service']({}, to),
  ]
}

export function memberFooter(locale: Locale): string[] {
  return [
    m['mail.common.footer-why-member']({}, { locale }),
    m['mail.common.footer-from-service']({}, { locale }),
  ]
}

/** For who belonged to an organization until now. */
export function removedFooter(organization: string, locale: Locale): string[] {
  return [
    m['mail.common.footer-why-removed']({ organization }, { locale }),
    m['mail.common.footer-from-service']({}, { locale }),
  ]
}

/** For who was asked to join an organization and may never have heard of us. */
export function invitedFooter(organization: string, locale: Locale): string[] {
  return [
    m['mail.common.footer-why-invited']({ organization }, { locale }),
    m['mail.common.footer-from-service']({}, { locale }),
  ]
}

/** For an address that was put down for a list, by its owner or by an organizer. */
export function listingFooter({ what, organization, ground }: ListingFacts, locale: Locale): string[] {
  const asked = ground ? m['mail.list-asked.footer-import'] : m['mail.list-asked.footer']
  const reasons = { asked, known: m['mail.list-asked.footer-known'], left: m['mail.list-left.footer'] }
  const why = reasons[what]({ organization }, { locale })
  return [why, m['mail.common.footer-from']({ hosts: organization }, { locale })]
}

/** Who hosts the event, in a line: one alone is nobody's co-host. */
export function hostLine(event: EventFacts, locale: Locale): string {
  const line = event.hosts.length > 1 ? m['mail.common.hosts'] : m['mail.common.host']
  return line({ hosts: hostNames(event, locale) }, { locale })
}
