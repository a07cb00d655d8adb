import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import type { HostingFacts } from '#emails/facts.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { Undeliverable } from './faults.ts'
import { appUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** What a mail about a body's part in an event says, in the words of when it was caused. */
export function hostingFacts(row: ClaimedMail): HostingFacts {
  const { hosting } = row.facts as StoredFacts
  if (!hosting) throw new Undeliverable('event-gone')
  const { what, slug } = hosting
  return {
    ...{ recipientName: greetingName(row), appUrl: appUrl(), what, by: hosting.by },
    organization: textIn(hosting.organization, row.locale),
    hosts: hosting.hosts.map((name) => textIn(name, row.locale)),
    title: read(hosting.title, row.locale),
    ...{ startsAt: new Date(hosting.startsAt), endsAt: new Date(hosting.endsAt) },
    timeZone: hosting.timeZone,
    // Who was asked, or has left, sees nothing of the event: their own desk is the place.
    url: `${appUrl()}/organize${what === 'accepted' || what === 'declined' ? `/events/${slug}/hosts` : ''}`,
  }
}
