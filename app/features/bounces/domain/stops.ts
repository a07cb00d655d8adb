import { alwaysTried, mailClassOf } from '#app/shared/mail-class.ts'
import type { MailKind, SuppressionScope } from '#app/shared/vocabulary.ts'
import { domainOf } from './mail-fields.ts'

/** What stands against mails at this moment: by address, and by domain until when. */
export type Stops = {
  suppressed: ReadonlyMap<string, ReadonlySet<SuppressionScope>>
  paused: ReadonlyMap<string, Date>
}

export type Stop = { why: 'suppressed' } | { why: 'domain-paused'; until: Date }

/**
 * Why a mail is not sent now; null when nothing stands against it. What a person asked for this minute is always tried:
 * they are at the address that they typed, and know better than a notice of last week.
 */
export function stopOf(mail: { kind: MailKind; recipientEmail: string }, stops: Stops): Stop | null {
  if (alwaysTried.has(mail.kind)) return null
  const scopes = stops.suppressed.get(mail.recipientEmail.toLowerCase())
  const isAdvertising = mailClassOf[mail.kind] === 'advertising'
  if (scopes?.has('all') || (isAdvertising && scopes?.has('advertising'))) return { why: 'suppressed' }
  const until = stops.paused.get(domainOf(mail.recipientEmail))
  return until ? { why: 'domain-paused', until } : null
}
