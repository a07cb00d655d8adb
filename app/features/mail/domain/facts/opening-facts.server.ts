import { openSecret } from '#app/shared/auth/seal.server.ts'
import type { OpeningFacts } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis } from './mail-basis.server.ts'
import { appUrl, eventFacts, eventUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** To an address that is to be told, once it is proved, when registration opens. */
export function openingAskedFacts(row: ClaimedMail, at: EventBasis) {
  const { deadline } = row.facts as StoredFacts
  if (!row.secret || !deadline) throw new Undeliverable('code-forgotten')
  const { link } = JSON.parse(openSecret(row.secret)) as { link: string }
  const facts: OpeningFacts = {
    ...common(row, at),
    url: `${appUrl()}/openings/${link}`,
    deadline: new Date(deadline),
  }
  const secrets: Secret[] = [{ value: link, shown: '•••' }]
  return { facts, secrets }
}

/** Nobody is told that a registration is open which is over, off or put off by the time the mail leaves. */
export function openingFacts(row: ClaimedMail, at: EventBasis, now = new Date()): OpeningFacts {
  const { slug, startsAt, publishedAt, cancelledAt, registrationOpensAt, registrationClosesAt } = at.event
  const isOpen =
    publishedAt !== null &&
    cancelledAt === null &&
    registrationOpensAt !== null &&
    registrationOpensAt <= now &&
    now < (registrationClosesAt ?? startsAt)
  if (!isOpen) throw new Undeliverable('not-owed')
  return { ...common(row, at), url: `${eventUrl(slug, row.locale)}/register` }
}

function common(row: ClaimedMail, at: EventBasis) {
  return { recipientName: greetingName(row), appUrl: appUrl(), event: eventFacts(at, row.locale) }
}
