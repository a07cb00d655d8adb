import { openSecret } from '#app/shared/auth/seal.server.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import type { ListingFacts } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { appUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** To an address that is to confirm that it wishes to be on lists, or stands on them; `secret` holds the token of the link. */
export function listingFacts(row: ClaimedMail) {
  const { listing } = row.facts as StoredFacts
  if (!row.secret || !listing) throw new Undeliverable('code-forgotten')
  const { link } = JSON.parse(openSecret(row.secret)) as { link: string }
  const { what, organization, lists, ground } = listing
  const facts: ListingFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    what,
    organization: textIn(organization, row.locale),
    lists: lists.map(({ title, text }) => ({
      title: readPlain(title, row.locale),
      agreed: readPlain(text, row.locale),
    })),
    ground,
    url: `${appUrl()}/${what === 'asked' ? 'subscriptions' : 'preferences'}/${link}`,
  }
  const secrets: Secret[] = [{ value: link, shown: '•••' }]
  return { facts, secrets }
}
