import {
  type LostCode,
  lostCodes,
  returnedMark,
  type UndeliverableCode,
  undeliverableCodes,
} from '#app/features/mail/domain/sending/faults.ts'
import { m } from '#app/paraglide/messages.js'
import type { MailKind, OutboxState } from '#app/shared/vocabulary.ts'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'

export const kindNames: Record<MailKind, () => string> = {
  received: () => m['mail.outbox.kind-received'](),
  confirmed: () => m['mail.outbox.kind-confirmed'](),
  waitlisted: () => m['mail.outbox.kind-waitlisted'](),
  offered: () => m['mail.outbox.kind-offered'](),
  cancelled: () => m['mail.outbox.kind-cancelled'](),
  declined: () => m['mail.outbox.kind-declined'](),
  changed: () => m['mail.outbox.kind-changed'](),
  'sign-in': () => m['mail.outbox.kind-sign-in'](),
  test: () => m['mail.outbox.kind-test'](),
  'speaker-asked': () => m['mail.outbox.kind-speaker-asked'](),
  'speaker-changed': () => m['mail.outbox.kind-speaker-changed'](),
  'speaker-cancelled': () => m['mail.outbox.kind-speaker-cancelled'](),
  'speaking-link': () => m['mail.outbox.kind-speaking-link'](),
  'proposal-answered': () => m['mail.outbox.kind-proposal-answered'](),
  'decline-asked': () => m['mail.outbox.kind-decline-asked'](),
  'signed-up': () => m['mail.outbox.kind-signed-up'](),
  'own-agenda-changed': () => m['mail.outbox.kind-own-agenda-changed'](),
  'words-to-confirm': () => m['mail.outbox.kind-words-to-confirm'](),
  'action-reminder': () => m['mail.outbox.kind-action-reminder'](),
  'contact-changed': () => m['mail.outbox.kind-contact-changed'](),
  'address-asked': () => m['mail.outbox.kind-address-asked'](),
  'member-removed': () => m['mail.outbox.kind-member-removed'](),
  'member-invited': () => m['mail.outbox.kind-member-invited'](),
  hosting: () => m['mail.outbox.kind-hosting'](),
}

export const stateNames: Record<OutboxState, () => string> = {
  queued: () => m['mail.outbox.state-queued'](),
  sending: () => m['mail.outbox.state-sending'](),
  sent: () => m['mail.outbox.state-sent'](),
  failed: () => m['mail.outbox.state-failed'](),
}

const tones: Record<OutboxState, MarkTone> = { queued: 'care', sending: 'calm', sent: 'good', failed: 'bad' }

export function MailState({ state }: { state: OutboxState }) {
  return <StateMark tone={tones[state]}>{stateNames[state]()}</StateMark>
}

const faultLabels: Record<UndeliverableCode | LostCode, () => string> = {
  'address-invalid': () => m['mail.outbox.fault-address-invalid'](),
  'event-gone': () => m['mail.outbox.fault-event-gone'](),
  'invitation-gone': () => m['mail.outbox.fault-invitation-gone'](),
  'registration-gone': () => m['mail.outbox.fault-registration-gone'](),
  'code-expired': () => m['mail.outbox.fault-code-expired'](),
  'code-forgotten': () => m['mail.outbox.fault-code-forgotten'](),
  'attempts-exhausted': () => m['mail.outbox.fault-attempts-exhausted'](),
  'not-owed': () => m['mail.outbox.fault-not-owed'](),
  'line-cut': () => m['mail.outbox.fault-line-cut'](),
  'outcome-unknown': () => m['mail.outbox.fault-outcome-unknown'](),
  'mail-unwritable': () => m['mail.outbox.fault-mail-unwritable'](),
}

/** Why a mail was not sent: our own sentence, or what the mail host answered. */
export function faultSentence(lastError: string): string {
  if (lastError.startsWith(returnedMark)) {
    return m['mail.outbox.fault-returned']({ words: lastError.slice(returnedMark.length).trim() })
  }
  const code = [...undeliverableCodes, ...lostCodes].find((one) => one === lastError)
  return code ? faultLabels[code]() : lastError
}
