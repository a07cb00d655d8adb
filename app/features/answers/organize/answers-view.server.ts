import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime, formatDays, formatRange } from '#app/shared/time/format.ts'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import { answerNames } from '#app/ui/answer-mark.tsx'
import { listHeldMails, listOpenProposals, listRecentMails } from '../domain/answers-to-review.server.ts'
import { askedOf, holdsAnswer, type KeptReply } from '../domain/review-mail.server.ts'
import { reasonLabel } from './answer-labels.ts'

type EventOfPage = { id: string; timeZone: string }
type MailRow = Awaited<ReturnType<typeof listHeldMails>>[number]

/** What the page of answers shows, in words. */
export async function answersView(event: EventOfPage, locale: Locale) {
  const [held, proposals, recent] = await Promise.all([
    listHeldMails(event.id),
    listOpenProposals(event.id),
    listRecentMails(event.id),
  ])
  const range = (from: Date | null, to: Date | null) =>
    from && to ? formatRange(from, to, event.timeZone, locale) : ''
  return {
    held: held.map((row) => ({
      ...mailView(row, event, locale),
      says: saysText(row),
      delegate: delegateText(row),
      text: wordsOf(row),
      mayAccept: holdsAnswer(row.mail.reply, row.address),
    })),
    proposals: proposals.map((one) => ({
      id: one.id,
      name: one.personName,
      sessionId: one.sessionId,
      session: one.session,
      now: range(one.sessionStartsAt, one.sessionEndsAt),
      wanted: range(one.startsAt, one.endsAt),
      note: one.note,
    })),
    recent: recent.map((row) => mailView(row, event, locale)),
  }
}

function mailView(row: MailRow, { timeZone }: EventOfPage, locale: Locale) {
  const { mail, sessionId, session, personName, guestName } = row
  return {
    id: mail.id,
    from: mail.fromAddress,
    name: personName ?? guestName ?? '',
    sessionId,
    about: session ? textIn(session, locale) : '',
    why: reasonLabel(mail.reason),
    wanted: wantedText(mail.reply, timeZone, locale),
    isRecorded: mail.verdict === 'recorded',
    receivedAt: formatDateTime(mail.receivedAt, timeZone, locale),
  }
}

/** The time that a mail proposes; without a zone or an hour as it is written, on nobody's clock. */
function wantedText({ method, proposed, proposedLoosely }: KeptReply, zone: string, locale: Locale): string {
  if (method !== 'COUNTER') return ''
  if (proposed) return formatRange(new Date(proposed.startsAt), new Date(proposed.endsAt), zone, locale)
  if (!proposedLoosely) return ''
  const { from, to } = proposedLoosely
  const [start, end] = [asUtc(from), asUtc(to)]
  return from.includes('T') ? formatRange(start, end, 'UTC', locale) : formatDays(start, end, 'UTC', locale)
}

const asUtc = (written: string) => new Date(written.includes('T') ? `${written}Z` : `${written}T12:00:00Z`)

function saysText({ mail, address }: MailRow): string {
  const reply: KeptReply = mail.reply
  if (reply.method === 'COUNTER') return m['answers.review.says-counter']()
  const attendee = askedOf(reply, address)
  if (attendee?.isDelegated) return m['answers.review.says-delegated']()
  return attendee?.answer ? answerNames[attendee.answer as CalendarAnswer]() : ''
}

function delegateText({ mail, address }: MailRow): string {
  const delegate = askedOf(mail.reply, address)?.delegate
  if (!delegate) return ''
  return delegate.name ? `${delegate.name} (${delegate.address})` : delegate.address
}

/** What the sender wrote: in the mail, or in the answer itself. */
function wordsOf({ mail, address }: MailRow): string {
  const { text, comment, ...reply }: KeptReply = mail.reply
  return text || askedOf(reply, address)?.comment || comment || ''
}
