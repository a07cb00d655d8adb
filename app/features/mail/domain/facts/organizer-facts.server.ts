import { openSecret } from '#app/shared/auth/seal.server.ts'
import { read, readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import type { CarryingFacts, ContactFacts, MembershipFacts, RemovalFacts } from '#emails/facts.ts'
import type { HostingFacts } from '#emails/host-facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis } from './mail-basis.server.ts'
import { appUrl, eventFacts, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** What a mail about a body's part in an event says, in the words of when it was caused. */
export function hostingFacts(row: ClaimedMail): HostingFacts {
  const { hosting } = row.facts as StoredFacts
  if (!hosting) throw new Undeliverable('event-gone')
  const { what, slug } = hosting
  return {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    what,
    by: hosting.by,
    organization: textIn(hosting.organization, row.locale),
    hosts: hosting.hosts.map((name) => textIn(name, row.locale)),
    title: read(hosting.title, row.locale),
    startsAt: new Date(hosting.startsAt),
    endsAt: new Date(hosting.endsAt),
    timeZone: hosting.timeZone,
    // Who was asked, or has left, sees nothing of the event: their own desk is the place.
    url: `${appUrl()}/organize${what === 'accepted' || what === 'declined' ? `/events/${slug}/hosts` : ''}`,
  }
}

/** What a mail about a body's part in an initiative says, in the words of when it was caused. */
export function carryingFacts(row: ClaimedMail): CarryingFacts {
  const { carrying } = row.facts as StoredFacts
  if (!carrying) throw new Undeliverable('event-gone')
  const { what, initiative } = carrying
  return {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    what,
    by: carrying.by,
    organization: textIn(carrying.organization, row.locale),
    bodies: carrying.bodies.map((name) => textIn(name, row.locale)),
    initiative: read(initiative.name, row.locale),
    summary: readPlain(initiative.summary, row.locale),
    // Who was asked sees nothing of the initiative: their own desk is the place.
    url: `${appUrl()}/organize${what === 'asked' ? '' : `/initiatives/${initiative.slug}/bodies`}`,
  }
}

/** Into what somebody is asked; `secret` holds the token of the link, sealed until it is sent. */
export function membershipFacts(row: ClaimedMail) {
  const { membership } = row.facts as StoredFacts
  if (!row.secret || !membership) throw new Undeliverable('code-forgotten')
  const { link } = JSON.parse(openSecret(row.secret)) as { link: string }
  const facts: MembershipFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    url: `${appUrl()}/memberships/${link}`,
    organization: textIn(membership.organization, row.locale),
    role: membership.role,
    by: membership.invitedBy,
  }
  const secrets: Secret[] = [{ value: link, shown: '•••' }]
  return { facts, secrets }
}

/** Of which body somebody is no member any more. */
export function removalFacts(row: ClaimedMail): RemovalFacts {
  const { membership } = row.facts as StoredFacts
  if (!membership) throw new Undeliverable('event-gone')
  const organization = textIn(membership.organization, row.locale)
  return { recipientName: greetingName(row), appUrl: appUrl(), organization, role: membership.role }
}

/** What a mail to an old address says: that mail goes elsewhere now. */
export function contactFacts(row: ClaimedMail, at: EventBasis): ContactFacts {
  const { contact } = row.facts as StoredFacts
  if (!contact) throw new Undeliverable('event-gone')
  const { what, name, address } = contact
  const event = eventFacts(at, row.locale)
  return { recipientName: greetingName(row), appUrl: appUrl(), event, what, name, address }
}
