import type { Said } from '#app/features/bounces/domain/count-bounce.server.ts'
import type { outbox } from '#db/schema/index.ts'

/** A row that is ours until its lease ends. Its number of attempts is the lease's own: the next holder counts one more. */
export type ClaimedMail = Pick<
  typeof outbox.$inferSelect,
  | 'id'
  | 'eventId'
  | 'registrationId'
  | 'invitationId'
  | 'campaignId'
  | 'kind'
  | 'locale'
  | 'recipientName'
  | 'recipientEmail'
  | 'facts'
  | 'secret'
  | 'messageId'
  | 'attempts'
  | 'createdAt'
>

/** What the outbox keeps of a mail: the text as sent, without what opens pages. */
export type KeptText = { subject: string; text: string; html: string; calendar: string | null }

/** A campaign says the same to all: its copies are not kept one by one. */
export type KeptMail = KeptText | { subject: string; text: null; html: null; calendar: null }

export type Outcome =
  /** `said`: what the other host said of it. */
  | { state: 'failed'; error: string; said?: Said }
  | { state: 'sent'; kept: KeptMail }
  /** Tried in vain: again after the gap. */
  | { state: 'queued'; error: string; gap: number }
  /** Nobody is owed it any more: its row goes. */
  | { state: 'dropped' }
  /** Not tried after all: as if it had never been claimed. `behind`: others go before it, it may be what the host minds. */
  | { state: 'released'; error: string | null; behind?: boolean }
  /** Not tried, and not before this moment. */
  | { state: 'waiting'; error: string; until: Date }

export type MailOutcome = { mail: Pick<ClaimedMail, 'id' | 'messageId' | 'attempts'>; outcome: Outcome }
