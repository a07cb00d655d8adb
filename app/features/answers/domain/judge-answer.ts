import { type AnswerTime, isOlderAnswer } from '#app/features/invitations/domain/answer-order.ts'
import type { AnswerWay, CalendarAnswer, InboundVerdict } from '#app/shared/vocabulary.ts'
import type { CalendarReply } from './calendar-reply.ts'
import type { InboundMail } from './inbound-mail.server.ts'

/** The invitation that a mail is about, as it stands now. */
export type KnownInvitation = AnswerTime & {
  sequence: number
  isCancelled: boolean
  /** Who was asked: in lower case, as calendars name the attendee. */
  address: string
  assistant: string | null
}

export type Judgement =
  | {
      verdict: 'recorded'
      kind: 'answer'
      answer: CalendarAnswer
      way: AnswerWay
      note: string
      stampedAt: Date
    }
  | {
      verdict: 'recorded'
      kind: 'proposal'
      way: AnswerWay
      note: string
      slot: { startsAt: Date; endsAt: Date }
    }
  | { verdict: Exclude<InboundVerdict, 'recorded'>; reason: Reason }

/** Why a mail changed nothing, as a code. */
export type Reason =
  | 'automatic'
  | 'returned'
  | 'no-calendar'
  | 'words-only'
  | 'other-method'
  | 'unknown-invitation'
  | 'withdrawn'
  | 'foreign'
  | 'other-address'
  | 'delegated'
  | 'no-answer'
  | 'stale'
  | 'older'
  | 'ahead'
  | 'unproven'
  | 'no-time'
  | 'whole-days'
  | 'no-zone'

/**
 * What becomes of a mail. Matched by UID and ATTENDEE alone; accepted without asking only with proof (our own reply
 * address for this invitation, or a From that our server vouches for); older than what we know changes nothing
 * (RFC 5546 2.1.5). `hasToken`: it came to the reply address that only the invited knows.
 */
export function judgeAnswer(
  mail: Pick<InboundMail, 'from' | 'isAutomatic' | 'isAuthentic' | 'isForged' | 'reply' | 'text' | 'sentAt'>,
  invitation: KnownInvitation | null,
  { hasToken, now }: { hasToken: boolean; now: Date },
): Judgement {
  const { reply } = mail
  if (!reply) return withoutCalendar(mail, invitation, hasToken)
  if (reply.method !== 'REPLY' && reply.method !== 'COUNTER') return ignored('other-method')
  if (!invitation) return ignored('unknown-invitation')
  const attendee = attendeeOf(mail, reply, invitation, hasToken)
  // Some clients answer from another account: who knows our address may be that person, and somebody decides.
  if (!attendee) return hasToken ? held('other-address') : ignored('foreign')
  if (invitation.isCancelled) return ignored('withdrawn')
  if (attendee.isDelegated) return held('delegated')
  if (reply.sequence < invitation.sequence) return ignored('stale')
  if (reply.sequence > invitation.sequence) return held('ahead')
  const isProven = !mail.isForged && (hasToken || (mail.isAuthentic && mail.from === invitation.address))
  const way: AnswerWay = invitation.assistant && mail.from === invitation.assistant ? 'assistant' : 'calendar'
  const note = attendee.comment || reply.comment
  if (reply.method === 'COUNTER') {
    if (!reply.proposed) return held(whyNoTime(reply))
    return isProven
      ? { verdict: 'recorded', kind: 'proposal', way, note, slot: reply.proposed }
      : held('unproven')
  }
  if (!attendee.answer || attendee.answer === 'needs-action') return ignored('no-answer')
  const stampedAt = stampOf(reply, mail.sentAt, now)
  if (isOlderAnswer(invitation, { sequence: reply.sequence, stampedAt })) return ignored('older')
  if (!isProven) return held('unproven')
  return { verdict: 'recorded', kind: 'answer', answer: attendee.answer, way, note, stampedAt }
}

function whyNoTime({ proposedLoosely }: CalendarReply): Reason {
  if (!proposedLoosely) return 'no-time'
  return proposedLoosely.from.includes('T') ? 'no-zone' : 'whole-days'
}

/**
 * Who of those in the file was asked. An assistant's calendar answers in its owner's own name: with the secret address,
 * and from the assistant, that is the answer for whom they act.
 */
function attendeeOf(
  { from }: Pick<InboundMail, 'from'>,
  { attendees }: CalendarReply,
  { address, assistant }: KnownInvitation,
  hasToken: boolean,
) {
  const acts = hasToken && assistant !== null && from === assistant
  return (
    attendees.find((one) => one.address === address) ??
    (acts ? attendees.find((one) => one.address === assistant) : undefined)
  )
}

function withoutCalendar(
  mail: Pick<InboundMail, 'isAutomatic' | 'text'>,
  invitation: KnownInvitation | null,
  hasToken: boolean,
): Judgement {
  if (mail.isAutomatic) return ignored('automatic')
  return invitation && hasToken && mail.text ? held('words-only') : ignored('no-calendar')
}

/** When it was answered: never later than now, so that no forged year shuts out every answer after it. */
function stampOf(reply: CalendarReply, sentAt: Date | null, now: Date): Date {
  const said = reply.stampedAt ?? sentAt ?? now
  return said > now ? now : said
}

const ignored = (reason: Reason): Judgement => ({ verdict: 'ignored', reason })
const held = (reason: Reason): Judgement => ({ verdict: 'held', reason })
