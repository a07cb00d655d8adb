import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime, formatRange } from '#app/shared/time/format.ts'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import { answerNames } from '#app/ui/answer-mark.tsx'
import { listHeldMails, listOpenProposals, listRecentMails } from '../domain/answers-to-review.server.ts'
import { holdsAnswer } from '../domain/review-mail.server.ts'
import { reasonWords } from './answer-words.ts'

type EventOfPage = { id: string; timeZone: string }
type MailRow = Awaited<ReturnType<typeof listHeldMails>>[number]

/** What the page of answers shows, in words. */
export async function answersView(event: EventOfPage, locale: Locale) {
  const [held, proposals, recent] = await Promise.all([
    listHeldMails(event.id),
    listOpenProposals(event.id),
    listRecentMails(event.id),
  ])
  const at = (date: Date) => formatDateTime(date, event.timeZone, locale)
  const range = (from: Date | null, to: Date | null) =>
    from && to ? formatRange(from, to, event.timeZone, locale) : ''
  return {
    held: held.map((row) => ({
      ...mailView(row, locale, at),
      says: saysWords(row.mail.reply),
      text: words(row.mail.reply.text),
      mayAccept: holdsAnswer(row.mail.reply),
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
    recent: recent.map((row) => mailView(row, locale, at)),
  }
}

function mailView(
  { mail, session, personName, guestName }: MailRow,
  locale: Locale,
  at: (date: Date) => string,
) {
  return {
    id: mail.id,
    from: mail.fromAddress,
    name: personName ?? guestName ?? '',
    about: session ? textIn(session, locale) : '',
    why: reasonWords(mail.reason),
    isRecorded: mail.verdict === 'recorded',
    receivedAt: at(mail.receivedAt),
  }
}

function saysWords(reply: Record<string, unknown>): string {
  const [attendee] = (reply.attendees ?? []) as { answer: CalendarAnswer | null }[]
  return attendee?.answer ? answerNames[attendee.answer]() : ''
}

function words(text: unknown): string {
  return typeof text === 'string' ? text : ''
}
