import {
  type LostCode,
  lostCodes,
  returnedMark,
  type UndeliverableCode,
  undeliverableCodes,
  type WaitingCode,
  waitingCodes,
} from '#app/features/mail/domain/sending/failures.ts'
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
  'guest-invited': () => m['mail.outbox.kind-guest-invited'](),
  'opening-asked': () => m['mail.outbox.kind-opening-asked'](),
  opening: () => m['mail.outbox.kind-opening'](),
  reminder: () => m['mail.outbox.kind-reminder'](),
  'feedback-asked': () => m['mail.outbox.kind-feedback-asked'](),
  'list-asked': () => m['mail.outbox.kind-list-asked'](),
  campaign: () => m['mail.outbox.kind-campaign'](),
  'supporter-asked': () => m['mail.outbox.kind-supporter-asked'](),
  'supporter-told': () => m['mail.outbox.kind-supporter-told'](),
  introduction: () => m['mail.outbox.kind-introduction'](),
  hosting: () => m['mail.outbox.kind-hosting'](),
  carrying: () => m['mail.outbox.kind-carrying'](),
  announcement: () => m['mail.outbox.kind-announcement'](),
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

const faultLabels: Record<UndeliverableCode | LostCode | WaitingCode, () => string> = {
  'address-invalid': () => m['mail.outbox.failure-address-invalid'](),
  'event-gone': () => m['mail.outbox.failure-event-gone'](),
  'invitation-gone': () => m['mail.outbox.failure-invitation-gone'](),
  'registration-gone': () => m['mail.outbox.failure-registration-gone'](),
  'code-expired': () => m['mail.outbox.failure-code-expired'](),
  'code-forgotten': () => m['mail.outbox.failure-code-forgotten'](),
  'attempts-exhausted': () => m['mail.outbox.failure-attempts-exhausted'](),
  'campaign-gone': () => m['mail.outbox.failure-campaign-gone'](),
  'left-list': () => m['mail.outbox.failure-left-list'](),
  'supporter-gone': () => m['mail.outbox.failure-supporter-gone'](),
  'not-owed': () => m['mail.outbox.failure-not-owed'](),
  'line-cut': () => m['mail.outbox.failure-line-cut'](),
  'outcome-unknown': () => m['mail.outbox.failure-outcome-unknown'](),
  suppressed: () => m['mail.outbox.failure-suppressed'](),
  'domain-paused': () => m['mail.outbox.failure-domain-paused'](),
  'mail-unwritable': () => m['mail.outbox.failure-mail-unwritable'](),
}

/** Why a mail was not sent: our own sentence, or what the mail host answered. */
export function failureSentence(lastError: string): string {
  if (lastError.startsWith(returnedMark)) {
    return m['mail.outbox.failure-returned']({ words: lastError.slice(returnedMark.length).trim() })
  }
  const code = [...undeliverableCodes, ...lostCodes, ...waitingCodes].find((one) => one === lastError)
  return code ? faultLabels[code]() : lastError
}
